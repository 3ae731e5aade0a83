// Runs inside Thunderbird. arguments: what to do, with what, and the callback that gets {value} or {error}.
const [step, given, done] = arguments;
const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
const { FileUtils } = ChromeUtils.importESModule("resource://gre/modules/FileUtils.sys.mjs");
const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");

const DONE_BY = 20_000; // milliseconds
const main = () => Services.wm.getMostRecentWindow("mail:3pane");
const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Polls inside the program until there is something; what was waited for is named when there never is.
async function until(what, found) {
  for (const end = Date.now() + DONE_BY; Date.now() < end; await later(50)) {
    const value = await found();
    if (value) return value;
  }
  throw new Error(`never came: ${what}`);
}

// An account without a mailbox, whose mail leaves through the port, and one empty calendar that belongs to it.
async function account({ email, name, port }) {
  const server = MailServices.outgoingServer.createServer("smtp");
  const smtp = server.QueryInterface(Ci.nsISmtpServer);
  smtp.hostname = "127.0.0.1";
  smtp.port = port;
  server.authMethod = Ci.nsMsgAuthMethod.none;
  server.socketType = Ci.nsMsgSocketType.plain;
  MailServices.outgoingServer.defaultServer = server;
  const identity = MailServices.accounts.createIdentity();
  Object.assign(identity, { email, fullName: name, smtpServerKey: server.key, doFcc: false });
  const account = MailServices.accounts.createAccount();
  account.incomingServer = MailServices.accounts.createIncomingServer("nobody", "example.org", "pop3");
  account.addIdentity(identity);
  MailServices.accounts.defaultAccount = account;
  for (const other of cal.manager.getCalendars()) cal.manager.removeCalendar(other);
  const calendar = cal.manager.createCalendar("storage", Services.io.newURI("moz-storage-calendar://"));
  calendar.name = name;
  cal.manager.registerCalendar(calendar);
  calendar.setProperty("imip.identity.key", identity.key);
  return true;
}

// The window's document where the message is shown, once its bar about the invitation is there.
async function shown(path) {
  const uri = Services.io
    .newFileURI(new FileUtils.File(path))
    .mutate()
    .setQuery("type=application/x-message-display")
    .finalize();
  const url = "chrome://messenger/content/messageWindow.xhtml";
  const window = main().openDialog(url, "_blank", "all,chrome,dialog=no,status,toolbar", uri);
  const inner = await until("the invitation bar", () => {
    const message = window.document?.getElementById("messageBrowser")?.contentWindow;
    const bar = message?.document?.getElementById("imip-bar");
    return bar && !bar.collapsed && message.calImipBar.itipItem && message;
  });
  return { window, inner };
}

const buttons = (inner) =>
  [...inner.document.querySelectorAll("#imip-view-toolbar toolbarbutton")]
    .filter((button) => button.id && !button.hidden)
    .map((button) => button.id);

// Opens a message, presses what `press` names first of all that is shown there, and waits for the calendar to change.
async function open({ path, press }) {
  const { window, inner } = await shown(path);
  try {
    const bar = inner.document.getElementById("imip-bar");
    const seen = { label: bar.label || bar.getAttribute("label"), buttons: buttons(inner) };
    if (press.length) {
      const id = press.find((id) => seen.buttons.includes(id));
      if (!id) throw new Error(`none of ${press} is shown, but ${seen.buttons}`);
      const changed = change();
      inner.document.getElementById(id).doCommand();
      await changed;
    }
    return seen;
  } finally {
    window.close();
  }
}

function change() {
  const [calendar] = cal.manager.getCalendars();
  let seen = false;
  const observer = { QueryInterface: ChromeUtils.generateQI(["calIObserver"]) };
  for (const name of ["onStartBatch", "onEndBatch", "onLoad", "onError", "onPropertyChanged", "onPropertyDeleting"])
    observer[name] = () => {};
  for (const name of ["onAddItem", "onModifyItem", "onDeleteItem"]) observer[name] = () => (seen = true);
  calendar.addObserver(observer);
  return until("a change of the calendar", () => seen).finally(() => calendar.removeObserver(observer));
}

// Every event and where it takes place, in UTC, with the answer of the calendar's owner to each.
async function events({ email, since, until }) {
  const [calendar] = cal.manager.getCalendars();
  const utc = (date) => date.getInTimezone(cal.dtz.UTC).icalString;
  const answer = (item) => item.getAttendeeById(`mailto:${email}`)?.participationStatus ?? "";
  const items = await calendar.getItemsAsArray(Ci.calICalendar.ITEM_FILTER_ALL_ITEMS, 0, null, null);
  const range = [since, until].map((moment) => cal.createDateTime(moment));
  return items.map((item) => {
    const all = item.recurrenceInfo ? item.recurrenceInfo.getOccurrences(...range, 0) : [item];
    return {
      uid: item.id,
      title: item.title,
      place: item.getProperty("LOCATION") ?? "",
      status: item.getProperty("STATUS") ?? "",
      sequence: Number(item.getProperty("SEQUENCE") ?? 0),
      answer: answer(item),
      occurrences: all.map((one) => ({
        start: utc(one.startDate),
        end: utc(one.endDate),
        answer: answer(one),
        status: one.getProperty("STATUS") ?? "",
      })),
    };
  });
}

until("its main window", () => main()?.document?.readyState === "complete")
  .then(() => ({ account, open, events })[step](given))
  .then((value) => done({ value }))
  .catch((error) => done({ error: `${error}\n${error.stack}` }));
