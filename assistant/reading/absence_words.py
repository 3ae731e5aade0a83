"""The words of automatic replies in the languages that servers write them in. Data only; matching ignores case."""

from __future__ import annotations

# Subjects that only a program writes.
AUTOMATIC_SUBJECTS = (
    r"auto(?:matic|mated)?[ -]?(?:reply|response|answer)|autoreply|auto:|auto-?respond\w*|vacation (?:reply|"
    r"message|notice)|"
    r"automatische (?:antwort|abwesenheit\w*|reaktion)|autom\. antwort|abwesenheitsnotiz|abwesenheitsmeldung|"
    r"réponse automatique|reponse automatique|message automatique|respuesta autom[áa]tica|resposta autom[áa]tica|"
    r"risposta automatica|automatisch antwoord|automatische reactie|autosvar|automatiskt svar|automatisk svar|"
    r"automaattinen (?:vastaus|poissaoloviesti)|automaatti(?:nen )?vastaus|odpowiedź automatyczna|"
    r"automatyczna odpowiedź|autoodpowiedź|"
    r"automatick[áa] odpov[ěe][ďd]|automatikus válasz|răspuns automat|raspuns automat|otomatik (?:yanıt|cevap)|"
    r"автоматический ответ|автоответ\w*|автоматична відповідь|автовідповідь|автоматичен отговор|"
    r"automatski odgovor|samodejni odgovor|"
    r"αυτόματη απάντηση|automaatvastus|automātisk[āa] atbilde|automatinis atsakymas|balasan otomatis|"
    r"jawaban otomatis|"
    r"trả lời tự động|自动(?:回复|答复)|自動(?:回覆|回復|返信|応答)|자동 ?(?:회신|응답)|رد تلقائي|"
    r"الرد التلقائي|"
    r"תשובה אוטומטית|מענה אוטומטי|ตอบกลับอัตโนมัติ|resposta automàtica|sjálfvirkt svar"
)

# Subjects that tell of an absence.
ABSENT_SUBJECTS = (
    r"out[ -]of[ -](?:the )?office(?: auto-?reply| reply| notification| notice| message)?|ooo|ooto|"
    r"on (?:annual |parental |maternity )?leave|"
    r"away from (?:the |my )?(?:office|desk|mail)|on (?:vacation|holiday)|absence (?:notice|notification)|"
    r"abwesend|abwesenheit\w*|nicht im büro|außer haus|im urlaub|"
    r"absence(?: du bureau)?|absent(?:e)?(?: du bureau)?|en congés?|message d['’]absence|hors du bureau|"
    r"fuera de (?:la )?oficina|ausente|ausencia|de vacaciones|aviso de ausencia|"
    r"fora do escritório|ausência(?: temporária)?|de férias|aviso de ausência|"
    r"fuori ufficio|fuori sede|assente|assenza|in ferie|avviso di assenza|"
    r"afwezig\w*|niet aanwezig|op vakantie|frånvar\w*|på semester|inte på kontoret|fravær\w*|ikke på kontoret|"
    r"på ferie|"
    r"poissa\w*|lomalla|poza biurem|nieobecno\w*|na urlopie|urlop|mimo kancelář\w*|nepřítom\w*|dovolená|"
    r"mimo kanceláriu|neprítom\w*|"
    r"házon kívül|távollét\w*|szabadság\w*|în afara biroului|absen[țt]\w*|în concediu|concediu|"
    r"ofis dışı\w*|izindeyim|izinde|нет на работе|вне офиса|отсутств\w*|отпуск\w*|в отпуске|відпустк\w*|відсутн\w*|"
    r"извън офиса|nisam u uredu|odsut\w*|na godišnjem|εκτός γραφείου|απουσία|σε άδεια|"
    r"puhkus\w*|atvaļinājum\w*|prombūtn\w*|atostog\w*|cuti|sedang cuti|di luar kantor|vắng mặt|nghỉ phép|"
    r"不在(?:のお知らせ|通知|连絡|連絡)?|休暇(?:中)?|外出|休假|请假|請假|부재 ?중|휴가|خارج المكتب|إجازة|"
    r"في إجازة|מחוץ למשרד|בחופשה|חופשה|ไม่อยู่"
)

# Sentences that tell of an absence; tried where a header or the subject says that a program wrote.
ABSENT_TEXTS = (
    r"out of (?:the )?office|away from (?:the |my )?(?:office|desk|mail|e-?mail)|on (?:annual |parental |"
    r"maternity |paternity |sick |study |holiday )?(?:leave|vacation|holidays?)\b|"
    r"(?:i am|i'm|i’m|i will be|i'll be) (?:currently |now )?(?:away|out|travell?ing|off|abroad)\b|"
    r"not in the office|limited access to (?:my )?e-?mail|"
    r"nicht (?:im (?:büro|haus)|erreichbar|am platz)|außer haus|im urlaub|abwesend|in elternzeit|"
    r"auf dienstreise|ab dem .{3,30} wieder|"
    r"absent|en congés?|en déplacement|hors du bureau|en vacances|de retour (?:le|au)|congé (?:maternité|parental)|"
    r"fuera de (?:la )?oficina|ausente|de vacaciones|estaré de vuelta|fora do escritório|de férias|ausente|"
    r"fuori (?:ufficio|sede)|assente|in ferie|afwezig|niet (?:aanwezig|op kantoor|bereikbaar)|met vakantie|"
    r"op vakantie|met verlof|"
    r"inte på (?:kontoret|plats)|på semester|ledig|föräldraledig|tjänstledig|åter den|ikke på kontor|på ferie|"
    r"fraværende|ferie|permisjon|barsel|"
    r"poissa|lomalla|vapaalla|tavoitettavissa|poza biurem|nieobecn|na urlopie|urlop|mimo kancelář|nepřítom|"
    r"dovolen|mimo kancelári|neprítom|"
    r"házon kívül|szabadság|távol|în afara biroului|nu sunt la birou|concediu|ofis(?:te)? (?:dışında|değil)|izin|"
    r"в отпуске|отпуск|отсутств|вне офиса|не на рабочем месте|командировк|відпустц|відпустк|відсутн|odsut|godišnj|"
    r"εκτός γραφείου|απουσι|άδεια|λείπω|puhkus|atvaļinājum|atostog|cuti|luar kantor|vắng mặt|nghỉ phép|"
    r"不在|休暇|休假|请假|請假|出差|부재|휴가|출장|خارج المكتب|إجازة|אינני במשרד|לא במשרד|מחוץ למשרד|בחופש"
)

# What stands before the day back …
BACK = (
    r"(?<!\w)(?:back|return\w*|in (?:the )?office again|resume|available again|wieder|zurück|retour|revenir|"
    r"reviendrai|reprend\w*|vuelta|vuelvo|regres\w*|volver\w*|"
    r"volto|voltarei|volta|retorn\w*|rientr\w*|torner\w*|torno|ritorn\w*|terug|weer|åter|tillbaka|tilbake|"
    r"tilbage|igen|takaisin|palaa\w*|wrac\w*|wróc\w*|powrót|powracam|"
    r"vrát\w*|zpět|späť|návrat|vissza\w*|revin|revenit|întorc|döneceğim|dönüş|верн\w*|возвращ\w*|выйду|выхожу|"
    r"снова|поверн\w*|повертаюся|знову|vraćam|natrag|"
    r"επιστρέφω|επιστροφή|επιστρέψω|tagasi|atgriez\w*|grįž\w*|kembali|trở lại|أعود|سأعود|العودة|אחזור|חוזר\w*|"
    r"אשוב)(?!\w)|返回|复工|回來|回来|復帰|出社|복귀"
)
# … before the last day away …
UNTIL = (
    r"(?<!\w)(?:until|till|til|through|thru|up to|bis(?: zum| einschließlich)?|jusqu['’]?(?:au|à)|hasta(?: el)?|"
    r"até(?: o)?|fino al?|sino al|tot(?: en met)?|t/m|t\.o\.m\.?|till och med|"
    r"til og med|t\.o\.m|til og med|saakka|do(?: dnia)?|až do|până(?: la| pe)?|pana la|до|по|включительно до|"
    r"μέχρι|έως|kuni|līdz|iki|hingga|sampai|đến|حتى|עד)(?!\w)|至|到"
)
# … and after it, where languages put it so.
BACK_AFTER = (
    r"(?:wieder|zurück|weer|vissza|döneceğim|dönüyorum|arasında|(?:ich )?wieder|に復帰|から出社|より出社|復帰|回来|"
    r"返回|上班|복귀|에 복귀|출근|tekrar|itibaren)"
)
UNTIL_AFTER = r"(?:asti|saakka|-?ig\b|tarihine kadar|['’]?(?:e|a|ye|ya) kadar|kadar|まで|までは|까지|일까지)"

_MONTH_NAMES = (
    (
        "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari tammikuu tammikuuta stycznia "
        "styczeń ledna leden januára január ianuarie ocak января янв січня siječnja ιανουαρίου jaanuar janvāris "
        "sausio يناير ינואר"
    ),
    (
        "february feb februar feber février fév févr febrero fevereiro fev febbraio februari helmikuu helmikuuta "
        "lutego luty února únor februára február februarie şubat февраля фев лютого veljače φεβρουαρίου veebruar "
        "فبراير פברואר"
    ),
    (
        "march mar märz mrz mars marzo março maart maaliskuu maaliskuuta marca března március martie mart марта мар "
        "березня ožujka μαρτίου märts مارس מרץ maret"
    ),
    (
        "april apr avril avr abril abr aprile huhtikuu huhtikuuta kwietnia dubna apríla április aprilie nisan "
        "апреля апр квітня travnja απριλίου aprill أبريل אפריל"
    ),
    (
        "may mai mayo maio maggio mag mei maj toukokuu toukokuuta maja května mája május mayıs мая травня svibnja "
        "μαΐου مايو מאי"
    ),
    (
        "june jun juni juin junio junho giugno giu kesäkuu kesäkuuta czerwca června júna június iunie haziran июня "
        "червня lipnja ιουνίου juuni يونيو יוני"
    ),
    (
        "july jul juli juillet juil julio julho luglio lug heinäkuu heinäkuuta lipca července júla július iulie "
        "temmuz июля липня srpnja ιουλίου juuli يوليو יולי"
    ),
    (
        "august aug août aout agosto ago augusti augustus elokuu elokuuta sierpnia srpna augusta augusztus ağustos "
        "августа авг серпня kolovoza αυγούστου أغسطس אוגוסט agustus"
    ),
    (
        "september sep sept septembre septiembre setembro set settembre syyskuu syyskuuta września září septembra "
        "szeptember septembrie eylül сентября сен вересня rujna σεπτεμβρίου سبتمبر ספטמבר"
    ),
    (
        "october oct oktober okt octobre octubre outubro out ottobre ott lokakuu lokakuuta października října "
        "októbra október octombrie ekim октября окт жовтня οκτωβρίου oktoober أكتوبر אוקטובר"
    ),
    (
        "november nov novembre noviembre novembro marraskuu marraskuuta novembra noiembrie kasım ноября листопада "
        "studenog νοεμβρίου نوفمبر נובמבר"
    ),
    (
        "december dec dez dezember décembre déc diciembre dic dezembro dicembre joulukuu joulukuuta grudnia "
        "prosince decembra decembrie aralık декабря дек грудня prosinca δεκεμβρίου detsember ديسمبر דצמבר desember"
    ),
)
# "listopada" is November in Polish and October in Croatian: only names that are sure stand here.
MONTHS: dict[str, int] = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
