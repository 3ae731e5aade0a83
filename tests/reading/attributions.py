"""How clients write `On …, Robin wrote:` in their languages: our own wording of their patterns, one a line."""

from __future__ import annotations

ATTRIBUTIONS = """\
On Tue, Mar 3, 2026 at 8:00 AM Robin <assistant@example.org> wrote:
On Tue, 3 Mar 2026 at 08:00, Robin <assistant@example.org> wrote:
On 3 Mar 2026, at 08:00, Robin <assistant@example.org> wrote:
On 03/03/2026 08:00, Robin wrote:
On Tuesday, March 3, 2026 at 08:00:00 AM GMT+1, Robin <assistant@example.org> wrote:
On Tuesday, March 3rd, 2026 at 8:00 AM, Robin <assistant@example.org> wrote:
On 3 Mar 2026 at 08:00 +0100, Robin <assistant@example.org>, wrote:
On Tue, Mar 03, 2026 at 08:00:00AM +0100, Robin wrote:
On March 3, 2026, Robin <assistant@example.org> wrote:
On 2026-03-03 08:00, Robin wrote:
On March 3, 2026 8:00:00 AM GMT+01:00, Robin <assistant@example.org> wrote:
At 2026-03-03 08:00:00, "Robin" <assistant@example.org> wrote:
In a message dated 3/3/2026 8:00:00 AM Eastern Standard Time, assistant@example.org writes:
---- On Tue, 03 Mar 2026 08:00:00 +0100 Robin <assistant@example.org> wrote ----
Robin <assistant@example.org> wrote on 03/03/2026 08:00:00 AM:
Robin Example wrote on 03/03/2026 08:00:00 AM:
Am Di., 3. März 2026 um 08:00 Uhr schrieb Robin <assistant@example.org>:
Am 03.03.2026 um 08:00 schrieb Robin <assistant@example.org>:
Am 03.03.26 um 08:00 schrieb Robin:
Am Dienstag, 3. März 2026 um 08:00:00 MEZ hat Robin <assistant@example.org> Folgendes geschrieben:
Am 3. März 2026, 08:00 +0100 schrieb Robin <assistant@example.org>:
Robin <assistant@example.org> schrieb am Di., 3. März 2026, 08:00:
Robin/Org schrieb am 03.03.2026 08:00:00:
Am 3. März 2026 08:00:00 MEZ schrieb Robin <assistant@example.org>:
Le mar. 3 mars 2026 à 08:00, Robin <assistant@example.org> a écrit :
Le 03/03/2026 à 08:00, Robin a écrit :
Le mardi 3 mars 2026 à 08:00:00 UTC+1, Robin <assistant@example.org> a écrit :
El mar, 3 mar 2026 a las 8:00, Robin (<assistant@example.org>) escribió:
El 3/3/26 a las 8:00, Robin escribió:
El martes, 3 de marzo de 2026, 08:00:00 CET, Robin <assistant@example.org> escribió:
Em ter., 3 de mar. de 2026 às 08:00, Robin <assistant@example.org> escreveu:
Robin <assistant@example.org> escreveu (terça, 3/03/2026 à(s) 08:00):
No dia 03/03/2026, às 08:00, Robin <assistant@example.org> escreveu:
Às 08:00 de 03/03/2026, Robin escreveu:
Il giorno mar 3 mar 2026 alle ore 08:00 Robin <assistant@example.org> ha scritto:
Il 03/03/2026 08:00, Robin ha scritto:
Op di 3 mrt 2026 om 08:00 schreef Robin <assistant@example.org>:
Op 3 mrt 2026, om 08:00 heeft Robin <assistant@example.org> het volgende geschreven:
Op 03-03-2026 om 08:00 schreef Robin:
Den tis 3 mars 2026 kl 08:00 skrev Robin <assistant@example.org>:
Den 2026-03-03 kl. 08:00, skrev Robin:
3 mars 2026 kl. 08:00 skrev Robin <assistant@example.org>:
Den tir. 3. mar. 2026 kl. 08.00 skrev Robin <assistant@example.org>:
Den 3. mar. 2026 kl. 08.00 skrev Robin <assistant@example.org>:
tir. 3. mars 2026 kl. 08:00 skrev Robin <assistant@example.org>:
Den 03.03.2026 08:00, skrev Robin:
ti 3. maalisk. 2026 klo 8.00 Robin (assistant@example.org) kirjoitti:
Robin <assistant@example.org> kirjoitti 3.3.2026 kello 8.00:
Robin kirjoitti 3.3.2026 klo 8.00:
tiistai 3. maaliskuuta 2026 klo 08.00.00 UTC+2 Robin <assistant@example.org> kirjoitti:
Robin (<assistant@example.org>) kirjutas kuupäeval T, 3. märts 2026 kell 08:00:
Kontakt Robin (<assistant@example.org>) kirjutas kuupäeval T, 3. märts 2026 kell 08:00:
otrd., 2026. g. 3. marts, plkst. 08:00 — lietotājs Robin (<assistant@example.org>) rakstīja:
2026-03-03, an, 08:00 Robin <assistant@example.org> rašė:
2026-03-03 08:00, Robin rašė:
wt., 3 mar 2026 o 08:00 Robin <assistant@example.org> napisał(a):
W dniu 3.03.2026 o 08:00, Robin pisze:
Wiadomość napisana przez Robin <assistant@example.org> w dniu 3 mar 2026, o godz. 08:00:
W dniu wtorek, 3 marca 2026 08:00:00 CET użytkownik Robin <assistant@example.org> napisał:
Dnia 3 marca 2026 08:00 Robin <assistant@example.org> napisał(a):
út 3. 3. 2026 v 8:00 odesílatel Robin <assistant@example.org> napsal:
Dne 3. 3. 2026 v 8:00 Robin napsal(a):
3. 3. 2026 v 8:00, Robin <assistant@example.org>:
ut 3. 3. 2026 o 8:00 Robin <assistant@example.org> napísal(a):
Dňa 3. 3. 2026 o 8:00 užívateľ Robin <assistant@example.org> napísal:
Robin <assistant@example.org> ezt írta (időpont: 2026. márc. 3., K, 8:00):
2026. 03. 03. 8:00 keltezéssel, Robin írta:
2026. márc. 3. dátummal, 8:00 időpontban Robin <assistant@example.org> írta:
2026. március 3. kedd, 8:00:00 CET időpontban Robin <assistant@example.org> ezt írta:
În mar., 3 mar. 2026 la 08:00, Robin <assistant@example.org> a scris:
Pe 03.03.2026 08:00, Robin a scris:
marți, 3 martie 2026 la 08:00:00 EET, Robin <assistant@example.org> a scris:
uto, 3. ožu 2026. u 08:00 Robin <assistant@example.org> napisao je:
Dana 3. 3. 2026. u 8:00, Robin je napisao/la:
V V tor., 3. mar. 2026 ob 08:00 je oseba Robin <assistant@example.org> napisala:
Robin je 3. 3. 2026 ob 8:00 napisal:
у уто, 3. мар 2026. у 08:00 Robin <assistant@example.org> је написао/ла:
Дана 3.3.26. 8:00, Robin је написао/ла:
На вт, 3.03.2026 г. в 8:00 Robin <assistant@example.org> написа:
На 3.03.26 г. в 8:00, Robin написа:
вт, 3 бер. 2026 р. о 08:00 Robin <assistant@example.org> пише:
03.03.26 08:00, Robin пише:
3 березня 2026, 08:00:00, від "Robin" <assistant@example.org>:
вт, 3 мар. 2026 г. в 08:00, Robin <assistant@example.org>:
03.03.2026 08:00, Robin пишет:
3 марта 2026 г., в 08:00, Robin <assistant@example.org> написал(а):
Вторник, 3 марта 2026, 8:00 +03:00 от Robin <assistant@example.org>:
03.03.2026, 08:00, "Robin" <assistant@example.org>:
08:00, 3 марта 2026 г., Robin <assistant@example.org>:
Στις Τρί 3 Μαρ 2026 στις 8:00 π.μ., ο/η Robin <assistant@example.org> έγραψε:
Στις 3/3/2026 8:00, ο/η Robin έγραψε:
Robin <assistant@example.org>, 3 Mar 2026 Sal, 08:00 tarihinde şunu yazdı:
Robin <assistant@example.org> şunları yazdı (3 Mar 2026 08:00):
3.03.2026 08:00 tarihinde Robin yazdı:
في ثلاثاء، 3 مارس 2026 في 8:00 ص تمت كتابة ما يلي بواسطة Robin <assistant@example.org>:
في ٣ مارس ٢٠٢٦، كتب Robin <assistant@example.org>:
بتاريخ 3/3/2026 8:00 ص، كتب Robin:
ב-3 במרץ 2026, בשעה 8:00, Robin <assistant@example.org> כתב/ה:
בתאריך 03/03/2026 08:00, Robin כתב:
در تاریخ سهشنبه ۳ مارس ۲۰۲۶، ۸:۰۰ Robin <assistant@example.org> نوشت:
मंगल, 3 मार्च 2026 को 8:00 am बजे को Robin <assistant@example.org> ने लिखा:
ในวันที่ อ. 3 มี.ค. 2026 เวลา 08:00 Robin <assistant@example.org> เขียนว่า:
เมื่อ วันอังคารที่ 3 มีนาคม 2026 เวลา 08:00:00 GMT+7 Robin <assistant@example.org> เขียนว่า:
Vào Th 3, 3 thg 3, 2026 vào lúc 08:00 Robin <assistant@example.org> đã viết:
Vào Thứ Ba, 3 tháng 3, 2026 lúc 08:00:00 GMT+7, Robin <assistant@example.org> đã viết:
Vào 08:00 3 thg 3, 2026, Robin <assistant@example.org> đã viết:
Pada tanggal Sel, 3 Mar 2026 pukul 08.00 Robin <assistant@example.org> menulis:
Pada Selasa, 3 Maret 2026 08.00.00 WIB, Robin <assistant@example.org> menulis:
Pada Sel, 3 Mac 2026 pada 8:00 PG Robin <assistant@example.org> menulis:
2026年3月3日(火) 8:00 Robin <assistant@example.org>:
2026/03/03 8:00、Robin <assistant@example.org>のメール:
2026年3月3日火曜日 08:00:00 JST、Robin <assistant@example.org>さんは書きました:
2026/03/03 8:00に、Robin さんは書きました:
2026년 3월 3일 (화) 오전 8:00, Robin <assistant@example.org>님이 작성:
2026. 3. 3. 오전 8:00, Robin <assistant@example.org> 작성:
2026-03-03 오전 8:00에 Robin 이(가) 쓴 글:
2026년 3월 3일 화요일 오전 08시 00분 00초 GMT+9, Robin<assistant@example.org>님이 작성:
Robin <assistant@example.org> 于2026年3月3日周二 08:00写道：
在 2026年3月3日，08:00，Robin <assistant@example.org> 写道：
在 2026-03-03 08:00:00，"Robin" <assistant@example.org> 写道：
在 2026/3/3 8:00, Robin 写道:
Robin <assistant@example.org> 於 2026年3月3日 週二 上午8:00寫道：
Robin 於 2026/3/3 08:00 寫道：
Missatge de Robin <assistant@example.org> del dia dt., 3 de març 2026 a les 8:00:
El 3 març 2026, a les 8:00, Robin <assistant@example.org> va escriure:
Hau idatzi du Robin (assistant@example.org) erabiltzaileak (2026 mar. 3, ar. (8:00)):
þri., 3. mar. 2026 kl. 08:00 skrifaði Robin <assistant@example.org>:
Noong Mar, Mar 3, 2026 nang 8:00 AM, si Robin <assistant@example.org> ay sumulat:
O 03/03/26 ás 08:00, Robin escribiu:
""".strip().split("\n")
