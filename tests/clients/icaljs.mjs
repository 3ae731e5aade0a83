// Asks ical.js, strictly: {check: [text], many} -> [{error, starts}], or {zones: {name: {vtimezone, local}}} ->
// {name: [offset]}. The question comes on stdin, the answer goes to stdout; starts and offsets are in seconds.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

ICAL.design.strict = true;

function checked(text, many) {
  try {
    ICAL.TimezoneService.reset();
    const calendar = new ICAL.Component(ICAL.parse(text));
    for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
    const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
    const masters = events.filter((event) => !event.isRecurrenceException());
    for (const exception of events.filter((event) => event.isRecurrenceException()))
      masters.find((master) => master.uid === exception.uid)?.relateException(exception);
    return { error: "", starts: (masters.length ? masters : events).flatMap((event) => starts(event, many)) };
  } catch (error) {
    return { error: String(error.message ?? error), starts: [] };
  }
}

function starts(event, many) {
  if (!event.isRecurring()) {
    if (event.startDate && !(event.duration.toSeconds() > 0)) throw new Error("it does not end after its start");
    return event.startDate ? [event.startDate.toUnixTime()] : [];
  }
  const found = [];
  const iterator = event.iterator();
  for (let next; found.length < many && (next = iterator.next()); )
    found.push(event.getOccurrenceDetails(next).startDate.toUnixTime());
  return found;
}

function offsets({ vtimezone, local }) {
  const calendar = new ICAL.Component(ICAL.parse(`BEGIN:VCALENDAR\r\n${vtimezone}END:VCALENDAR\r\n`));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone"));
  return local.map((time) => zone.utcOffset(ICAL.Time.fromDateTimeString(time)));
}

const question = JSON.parse(readFileSync(0, "utf8"));
const answer = question.check
  ? question.check.map((text) => checked(text, question.many ?? 20))
  : Object.fromEntries(Object.entries(question.zones).map(([name, zone]) => [name, offsets(zone)]));
process.stdout.write(JSON.stringify(answer));
