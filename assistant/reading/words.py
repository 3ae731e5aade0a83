"""What mail clients write around quotes, forwards and signatures, in the languages that they speak. Data only.

Sources: the localisations of Gmail, Outlook, Apple Mail, Thunderbird, Yahoo and the like. All matching ignores case.
"""

from __future__ import annotations

# The labels of a header block, by what they stand for.
LABELS: dict[str, str] = {
    "from": "from|von|de|da|van|från|fra|od|lähettäjä|kimden|gönderen|expéditeur|remitente|mittente|remetente|"
    "afzender|"
    "nadawca|отправитель|от|от кого|від|від кого|feladó|šalje|pošiljatelj|odesílatel|odosielateľ|de la|expeditor|από|"
    "saatja|no|nuo|dari|差出人|送信者|from|发件人|寄件者|寄件人|보낸 사람|보낸사람|من|מאת|ผู้ส่ง|từ|người gửi|od koho",
    "to": "to|an|à|a|pour|para|aan|naar|till|til|do|komu|vastaanottaja|kime|alıcı|destinataire|destinatario|"
    "destinatário|"
    "кому|címzett|za|prima|primatelj|pre|către|catre|destinatar|προς|saaja|kellele|kam|kepada|宛先|收件人|收件者|"
    "받는 사람|받는사람|إلى|אל|ถึง|đến|người nhận|do koho",
    "cc": "cc|kopie|kopia|kopi|copie|copia|cópia|copie à|dw|do wiadomości|копия|копія|másolatot kap|másolat|"
    "kopija|kópia|"
    "kopio|bilgi|κοιν\\.|κοινοποίηση|koopia|ccn|bcc|抄送|副本|참조|نسخة إلى|עותק|tembusan|skrytá kopie|cci",
    "date": "date|sent|datum|gesendet|envoyé|envoyé le|enviado|enviado el|enviada em|enviado em|data|inviato|"
    "verzonden|"
    "skickat|sendt|dato|datę|wysłano|wysłane|lähetetty|päivämäärä|päiväys|gönderildi|gönderilen|gönderilme|"
    "tarih|gönderme tarihi|"
    "отправлено|дата|надіслано|elküldve|küldve|dátum|poslano|poslané|odesláno|odoslané|dne|trimis|dată|"
    "ημερομηνία|στάλθηκε|saadetud|kuupäev|fecha|dikirim|tanggal|送信日時|日時|日付|发送时间|发送日期|日期|"
    "寄件日期|傳送時間|"
    "보낸 날짜|날짜|التاريخ|تاريخ الإرسال|נשלח|תאריך|วันที่|ngày|đã gửi|sänt|gesendet am|zaslano|data wysłania",
    "subject": "subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|aihe|konu|тема|"
    "tárgy|předmět|"
    "predmet|naslov|subiect|θέμα|teema|subjekts|tema|perihal|subjek|件名|主题|主旨|主題|제목|الموضوع|נושא|หัวเรื่อง|"
    "tiêu đề|chủ đề",
    "reply-to": "reply-to|antwort an|répondre à|responder a|rispondi a|antwoord aan|svara till|svar til|odpowiedz do|"
    "vastausosoite|yanıt adresi|ответить|odpověď na|válaszcím|返信先|回复|답장 받는 사람",
    "other": "importance|priority|attachments|wichtigkeit|priorität|anlagen|importancia|importância|importance|"
    "priorità|"
    "allegati|bijlagen|bilagor|vedlegg|załączniki|liitteet|öncelik|вложения|organization|x-mailer|mailing list|"
    "list|mailed-by|signed-by|liste de diffusion|resent-from|message-id|添付ファイル|附件",
}

# What stands between dashes above a forwarded mail, or alone on a line above its header block.
FORWARDED = (
    "forwarded message|begin forwarded message|forwarded email|fwd message|"
    "weitergeleitete nachricht|anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail|"
    "weitergeleitete e-mail|"
    "message transféré|message transmis|début du message réexpédié|début du message transféré|message réexpédié|"
    "mensaje reenviado|inicio del mensaje reenviado|mensaje transmitido|"
    "mensagem encaminhada|início da mensagem encaminhada|mensagem reencaminhada|início da mensagem reencaminhada|"
    "messaggio inoltrato|inizio messaggio inoltrato|inizio del messaggio inoltrato|inizio messaggio inoltrato|"
    "doorgestuurd bericht|begin doorgestuurd bericht|doorgestuurde e-mail|"
    "vidarebefordrat meddelande|vidarebefordrat mejl|vidarebefordrade mail|vidarebefordrat e-postmeddelande|"
    "videresendt meddelelse|videresendt besked|start på videresendt besked|begynd videresendt meddelelse|"
    "videresendt melding|videresendt e-post|startet videresendt melding|begynnelsen på videresendt melding|"
    "videresendt e-mail|början på vidarebefordrat meddelande|start på videresendt meddelelse|"
    "välitetty viesti|edelleenlähetetty viesti|välitetty viesti alkaa|välitetyn viestin alku|"
    "przekazana wiadomość|wiadomość przekazana|początek przekazywanej wiadomości|przesłana dalej wiadomość|"
    "początek przekazanej wiadomości|"
    "přeposlaná zpráva|předaná zpráva|začátek přeposílané zprávy|preposlaná správa|začiatok preposlanej správy|"
    "preposlaný e-mail|"
    "továbbított üzenet|továbbított levél kezdete|a továbbított levél kezdete|"
    "mesaj redirecționat|mesaj redirecţionat|mesajul redirecționat|mesaj înaintat|"
    "începutul mesajului redirecționat|începe mesajul redirecționat|"
    "iletilmiş mesaj|iletilen ileti|iletilmiş ileti|yönlendirilen ileti|iletilen mesaj|"
    "iletilen iletinin başlangıcı|ileti başlangıcı|i̇leti başlangıcı|i̇letilen ileti|i̇letilmiş mesaj|"
    "i̇letilmiş ileti|i̇letilen mesaj|"
    "пересылаемое сообщение|пересланное сообщение|начало переадресованного сообщения|перенаправленное сообщение|"
    "переслане повідомлення|початок листа, що пересилається|початок переадресованого повідомлення|"
    "перенаправлене повідомлення|"
    "proslijeđena poruka|proslijeđena poruka počinje|početak proslijeđene poruke|započni proslijeđenu poruku|"
    "posredovano sporočilo|prosleđena poruka|"
    "προωθημένο μήνυμα|αρχή προωθημένου μηνύματος|edastatud kiri|edastatud sõnum|algab edastatud kiri|"
    "pārsūtīts ziņojums|persiųsta žinutė|pesan terusan|pesan yang diteruskan|"
    "転送されたメッセージ|転送メッセージ|转发的邮件|转发邮件|轉寄的郵件|轉寄郵件|전달된 메시지|전달된 메일|"
    "رسالة معاد توجيهها|رسالة محولة|הודעה שהועברה|הודעה שהועברה בהעברה|ข้อความที่ส่งต่อ|thư được chuyển tiếp|"
    "tin nhắn được chuyển tiếp"
)

# What stands between dashes above a mail that is answered (some clients forward with it too).
ORIGINAL = (
    "original message|original appointment|original email|reply message|replied message|message from .{2,60}|"
    "ursprüngliche nachricht|originalnachricht|original-nachricht|ursprünglicher termin|antwort nachricht|"
    "original nachricht|"
    "message d'origine|message d’origine|message original|message initial|courriel original|"
    "mensaje original|mensagem original|messaggio originale|messaggio originario|oorspronkelijk bericht|"
    "origineel bericht|"
    "ursprungligt meddelande|originalmeddelande|ursprungsmeddelande|oprindelig meddelelse|oprindelig besked|"
    "opprinnelig melding|original melding|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|"
    "wiadomość pierwotna|"
    "původní zpráva|pôvodná správa|eredeti üzenet|mesaj original|mesajul original|özgün ileti|orijinal mesaj|"
    "orjinal mesaj|"
    "исходное сообщение|оригинальное сообщение|вихідне повідомлення|оригінальне повідомлення|izvorna poruka|"
    "originalna poruka|"
    "izvirno sporočilo|αρχικό μήνυμα|algne kiri|algsõnum|sākotnējais ziņojums|pesan asli|元のメッセージ|"
    "原始邮件|原始郵件|原邮件|"
    "원본 메시지|원본 메일|الرسالة الأصلية|הודעה מקורית|ข้อความต้นฉบับ|tin nhắn gốc|thư gốc"
)

# "… wrote:" and its like. Some stand before the name ("schrieb Ada:"), some after it.
WROTE = (
    "wrote|writes|schrieb|schrieb am|geschrieben|a écrit|a ecrit|écrivait|escribió|escribio|ha escrito|escreveu|"
    "ha scritto|"
    "scrisse|schreef|het volgende geschreven|heeft geschreven|skrev|skreiv|kirjoitti|napisał|napisała|"
    "napisał\\(a\\)|pisze|"
    "napsal|napsala|napsal\\(a\\)|napísal|napísala|napísal\\(a\\)|írta|ezt írta|a következőt írta|a scris|yazdı|"
    "şunu yazdı|"
    "şunları yazdı|написал|написала|написал\\(а\\)|пишет|писал|писал\\(а\\)|пише|написав|написала|napisao|napisala|"
    "je napisao|napisao/la je|je napisal|je napisala|έγραψε|kirjutas|rakstīja|parašė|menulis|đã viết|เขียน|"
    "のメッセージ|のメール|さんは書きました|は書きました|のコメント|写道|寫道|写的|님이 작성|작성|كتب|"
    "كتبت|כתב|כתבה|כתב/ה|"
    "sent|a envoyé|via .{2,40} wrote|va escriure|idatzi zuen|ritaði|shkroi|pisze"
)

# The words with which such a line begins, where it does not begin with the date or the name.
ON = (
    "on|am|um|le|el|il|in data|op|den|d\\.|på|dne|dňa|w dniu|dnia|em|no dia|a|pe|în|la|в|на|у|dana|u|στις|στίς|"
    "pada|vào|em|trans|ma|kl|ב-|ב|في|在|於|于|ter|quarta|ke|v|ve|il giorno|il dì|le mer|tarihinde|ti|pe data de|am|"
    "a las|"
    "mon|tue|wed|thu|fri|sat|sun|to|fre|lør|lö|søn|sö|man|må|ons|tors|tis|tir"
)

# How clients sign. Each stands at the start of a line; what follows on it is the device's name.
CLIENT_LINES = (
    "sent from (?:my|mail|yahoo|outlook|gmail|a|the|samsung|proton|iphone|ipad|mobile|aol|nine|spark|blue|"
    "windows|android|front)|"
    "sent (?:via|with|by|using) (?:\\S+ )?(?:mail|outlook|gmail|iphone|ipad|android|blackberry|proton\\w*|spark|"
    "superhuman|"
    "airmail|mailspring|missive|front|hey|bluemail|mobile|samsung|yahoo\\w*|aol|zoho|newton|canary|edison|mailbird|"
    "thunderbird|my )|sent wirelessly|sent securely|get outlook for|get bluemail|"
    "download outlook|typed on|written on my|dictated (?:on|to|with)|please excuse (?:my )?(?:brevity|typos)|"
    "gesendet (?:von|mit|über|aus)|von (?:meinem|unterwegs) .{0,30}gesendet|diese nachricht wurde von mein|"
    "holen sie sich outlook|"
    "outlook für (?:ios|android)|von meinem .{2,30} gesendet|"
    "envoyé (?:de|depuis|à partir|avec|via|sans fil)|envoye (?:de|depuis)|télécharge[rz] outlook|obtenir outlook|"
    "enviado (?:desde|de|do|através|a través|com|con|por|via)|enviada (?:do|desde)|obter o outlook|obtener outlook|"
    "inviato (?:da|dal|dall|con|tramite)|scarica outlook|ottieni outlook|"
    "verzonden (?:vanaf|met|van|via|vanuit)|verstuurd (?:vanaf|met|van|via)|download outlook voor|outlook voor|"
    "skickat från|skickat med|skickades från|hämta outlook|sendt fra|sendt med|sendt via|hent outlook|"
    "skaff deg outlook|få outlook|"
    "lähetetty (?:iphon|ipad|saml|sams|huaw|nokia|outlook|andro|puhel|minun|\\S+(?:sta|stä|lta|ltä|lla|llä|"
    "ni)\\b)|hanki outlook|"
    "wysłane z|wysłano z|pobierz (?:aplikację )?outlook|odesláno z|odoslané z|odosláno z|získat outlook|"
    "získajte outlook|"
    "elküldve (?:iphone|az|a |sam)|az iphone-om|küldve (?:az|a) |iphone-omról küldve|"
    "trimis de (?:pe|la)|trimis din|obțineți outlook|"
    ".{2,30}(?:’|'|)(?:umdan|dan|den|imden) gönderildi|outlook'u edinin|android için outlook|ios için outlook|"
    "отправлено (?:с|из|от)|отправлено с моего|скачать outlook|надіслано (?:з|із|від)|"
    "poslano (?:s|sa|z|iz|putem)|poslato sa|preuzmite outlook|στάλθηκε από|saadetud minu|nosūtīts no|išsiųsta iš|"
    "dikirim dari|được gửi từ|gửi từ|(?:iphone|ipad|android)から送信|.{0,20}から送信$|从我的|发自我的|"
    "发自|從我的|由我的|"
    "(?:나의|내) (?:iphone|ipad|갤럭시).{0,10}(?:에서|보냄)|.{0,20}에서 보냄$|أُرسلت من|أرسلت من|مرسل من|"
    "נשלח מ|נשלחה מ|ส่งจาก"
)

# How people close a letter: alone on a line, and followed by a name.
CLOSINGS = (
    "thanks|thank you|many thanks|thanks again|thanks so much|thanks a lot|thx|cheers|best|all the best|best wishes|"
    "best regards|kind regards|warm regards|warmly|regards|kindest regards|sincerely|yours|yours sincerely|"
    "yours truly|"
    "yours faithfully|talk soon|take care|love|respectfully|cordially|br|rgds|"
    "viele grüße|viele gruesse|liebe grüße|beste grüße|herzliche grüße|freundliche grüße|mit freundlichen grüßen|"
    "mit besten grüßen|mit freundlichem gruß|schöne grüße|gruß|grüße|lg|vg|mfg|danke|vielen dank|besten dank|"
    "cordialement|bien cordialement|bien à vous|bien à toi|amicalement|merci|merci beaucoup|bonne journée|"
    "salutations|"
    "saludos|un saludo|saludos cordiales|atentamente|un abrazo|abrazos|gracias|muchas gracias|cordialmente|"
    "obrigado|obrigada|atenciosamente|abraços|abraço|cumprimentos|com os melhores cumprimentos|att|"
    "grazie|cordiali saluti|distinti saluti|saluti|un saluto|un abbraccio|buona giornata|"
    "groeten|met vriendelijke groet|met vriendelijke groeten|vriendelijke groeten|hartelijke groeten|bedankt|"
    "alvast bedankt|mvg|"
    "med vänliga hälsningar|vänliga hälsningar|hälsningar|mvh|tack|tack så mycket|hej då|"
    "med venlig hilsen|venlig hilsen|hilsen|mange hilsner|kh|kærlig hilsen|tak|på forhånd tak|"
    "med vennlig hilsen|vennlig hilsen|beste hilsen|takk|"
    "ystävällisin terveisin|terveisin|parhain terveisin|kiitos|t\\.|yst\\. terv\\.|"
    "pozdrawiam|z poważaniem|z wyrazami szacunku|dziękuję|dzięki|serdecznie pozdrawiam|"
    "s pozdravem|s přátelským pozdravem|děkuji|díky|s pozdravom|ďakujem|üdvözlettel|üdv|köszönöm|tisztelettel|"
    "cu stimă|cu respect|mulțumesc|o zi bună|saygılarımla|saygılar|sevgiler|teşekkürler|iyi günler|iyi çalışmalar|"
    "с уважением|с наилучшими пожеланиями|спасибо|з повагою|дякую|srdačan pozdrav|lijep pozdrav|pozdrav|hvala|lp|"
    "με εκτίμηση|ευχαριστώ|parimat|tervitades|lugupidamisega|ar cieņu|pagarbiai|salam|terima kasih|hormat saya|"
    "trân trọng|よろしくお願いいたします|よろしくお願いします|以上、よろしくお願いいたします|此致|谢谢|"
    "祝好|감사합니다|تحياتي|مع تحياتي|בברכה|תודה"
)

POSTSCRIPT = "p\\.?\\s?s\\.?|ps|nb|n\\.b\\.|p\\.?\\s?d\\.?|post scriptum|зы|п\\.?\\s?с"

# Prefixes of subjects.
FORWARD_PREFIXES = (
    "fw|fwd|fwd?\\[\\d+\\]|wg|tr|rv|rnv|enc|res fwd|i|vb|vl|doorst|doorgest|pd|továbbítás|fs|ilt|i̇lt|iltr|"
    "пересл|трансл|"
    "prosl|přeposlat|trs|πρθ|edasi|vdb|reenv|inoltra|videresendt|转发|轉寄|転送|전달|הועבר|إعادة توجيه"
)  # "VS" is a reply in Finnish and a forward in Danish: it says nothing
REPLY_PREFIXES = (
    "re|re\\[\\d+\\]|re\\(\\d+\\)|aw|antw|antwort|sv|svar|odp|odg|odpověď|ref|res|resp|rif|r|bls|vá|válasz|ynt|"
    "cevap|yan|απ|"
    "отв|на|回复|回覆|答复|返信|답장|רד|השב|رد|att"
)

# Our own mails to a protégé, wherever they are quoted without marks: nothing below such a line is new.
OURS = (
    r"DRAFT for [^\n]{1,80}, ",
    r"Reply SEND(?: [A-Z]\d[A-Z]\d)? and it goes\b",
    r"\[?Send\]?\s+\[?Send it myself\]?\s+\[?",
)
# "My answers are below": where new text stands inside an unmarked quote.
BELOW = (
    "see below|answers? below|comments? below|inline|in-?line|in red|in blue|in bold|in caps|below in|my notes below|"
    "siehe unten|weiter unten|im text|in rot|ci-dessous|en rouge|dans le texte|más abajo|abajo|en rojo|abaixo|"
    "em vermelho|"
    "di seguito|qui sotto|in rosso|hieronder|in rood|nedan|nedenfor|i rött|alla|poniżej|níže|alább|mai jos|"
    "aşağıda|ниже|нижче"
)
# A line that invites the answer to be written above it (help desks).
REPLY_ABOVE = (
    "(?:please )?(?:reply|type|write|enter|respond)[^\\n]{0,30} above this line|add your reply above this line|"
    "bitte (?:antworten|schreiben) sie (?:über|oberhalb)[^\\n]{0,20} (?:linie|zeile)|"
    "répondez au-dessus de cette ligne|"
    "(?:responda|escriba|responder)[^\\n]{0,20} (?:encima|acima)[^\\n]{0,10} línea|svar over denne linje"
)
