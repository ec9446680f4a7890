//! Words around dates in many languages: days, months, units, "by" and "needed".

use std::sync::OnceLock;

use crate::text::phrases::Phrases;

/// How sure a word makes of a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Force {
    /// "By", "before": always.
    Always,
    /// "By" and "until" in one (`bis`, `तक`, `까지`): before a day; a time may be an opening hour.
    Days,
    /// "Until": only where something is needed.
    Needed,
}

/// What a word near a date means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A day or part of a day, by its value; the flag says that it presses when something is needed.
    Day(&'static str, bool),
    /// "Until tomorrow" in one word.
    Due(&'static str),
    /// A month, 1 to 12.
    Month(u32),
    /// A month of the Persian solar calendar.
    PersianMonth,
    /// "By", "until", "before": before a date.
    By(Force),
    /// "Within": before a span of time.
    Within,
    /// The same after a date.
    Till(Force),
    /// "Within": after a span of time.
    Inside,
    /// A unit of time, by its ISO 8601 form: `T` and `H` for hours.
    Unit(&'static str, char),
    /// Before a time: the first half of the day.
    Morning,
    /// Before a time: the second half of the day.
    Afternoon,
    /// After a number: o'clock.
    Clock,
    /// Before a number: at the hour of.
    Hour,
    /// Something is needed or asked for.
    Need,
    /// Looks like one of the others, but is not.
    Not,
}

const WORDS: &[(Word, &str)] = &[
    (
        Word::Day("today", true),
        "today|heute|hoy|aujourd'hui|oggi|hoje|vandaag|dzisiaj|dziś|сегодня*|сьогодні|bugün*|σήμερα|σημερα|आज|ఈరోజు*|ఈ రోజు*|నేడు|امروز|اليوم|오늘*|今天|今日|本日|วันนี้|hôm nay|hari ini|idag|i dag|tänään|azi|astăzi|dnes|היום|আজ|আজকে|இன்று|ഇന്ന്|ಇಂದು|આજે|ਅੱਜ|leo|aaj",
    ),
    (
        Word::Day("tonight", true),
        "tonight|this evening|heute abend|heute nacht|esta noche|ce soir|cette nuit|stasera|stanotte|hoje à noite|esta noite|vanavond|vannacht|dziś wieczorem|dzisiaj wieczorem|сегодня вечером|bu akşam*|bu gece*|απόψε|αποψε|आज रात|आज शाम|ఈ రాత్రి*|ఈరాత్రి*|امشب|الليلة|오늘 밤*|오늘밤*|오늘 저녁*|今晚|今夜|今晩|คืนนี้|tối nay|malam ini|i kväll|ikväll|i aften|i kveld|tänä iltana|diseară|dnes večer|הלילה|הערב",
    ),
    (
        Word::Day("tomorrow", false),
        "tomorrow|tmrw|morgen|mañana|demain|domani|amanhã|jutro|завтра*|yarın*|αύριο|αυριο|రేపు|రేపటి*|فردا|غدا|غداً|내일*|明天|明日|พรุ่งนี้|ngày mai|besok|imorgon|i morgon|i morgen|huomenna|mâine|zítra|zajtra|מחר|আগামীকাল|நாளை|നാളെ|ನಾಳೆ|આવતીકાલે|kesho",
    ),
    (
        Word::Not,
        "guten morgen|goedemorgen|por la mañana|de la mañana|esta mañana|la mañana|god morgen|τρίτη φορά|τρίτη μέρα|τρίτη ημέρα|τρίτη συνεχόμενη|τρίτη συνομιλία|τρίτη κλήση|πέμπτη φορά|πέμπτη μέρα|πέμπτη ημέρα|πέμπτη συνεχόμενη|πέμπτη κλήση",
    ),
    (Word::Due("tomorrow"), "कल तक|kal tak"),
    (
        Word::Due("today"),
        "eod|end of day|end of the day|end of business|cob|close of business|by today|bis heute|今日中|本日中|aaj tak",
    ),
    (Word::Due("today"), "do dziś|do dzisiaj"),
    (Word::Due("tomorrow"), "do jutra|na jutro|do zítřka|к завтрашнему дню|к завтра"),
    (Word::Due("monday"), "do poniedziałku|к понедельнику"),
    (Word::Due("tuesday"), "do wtorku|ко вторнику"),
    (Word::Due("wednesday"), "do środy|к среде"),
    (Word::Due("thursday"), "do czwartku|к четвергу"),
    (Word::Due("friday"), "do piątku|к пятнице"),
    (Word::Due("saturday"), "do soboty|к субботе"),
    (Word::Due("sunday"), "do niedzieli|к воскресенью"),
    (
        Word::Day("monday", false),
        "monday|montag|lunes|lundi|lunedì|segunda-feira|maandag|poniedziałek|poniedziałku|понедельник*|pazartesi*|δευτέρα|सोमवार|సోమవారం*|دوشنبه|الاثنين|월요일*|星期一|周一|月曜日|måndag|mandag|senin",
    ),
    (
        Word::Day("tuesday", false),
        "tuesday|tues|dienstag|martes|mardi|martedì|terça-feira|dinsdag|wtorek|wtorku|вторник*|τρίτη|मंगलवार|మంగళవారం*|سه شنبه|سهشنبه|الثلاثاء|화요일*|星期二|周二|火曜日|tisdag|tirsdag|selasa",
    ),
    (
        Word::Day("wednesday", false),
        "wednesday|weds|mittwoch|miércoles|mercredi|mercoledì|quarta-feira|woensdag|środa|środy|среда|среды|среду|çarşamba*|τετάρτη|बुधवार|బుధవారం*|چهارشنبه|الأربعاء|수요일*|星期三|周三|水曜日|onsdag|rabu",
    ),
    (
        Word::Day("thursday", false),
        "thursday|thurs|donnerstag|jueves|jeudi|giovedì|quinta-feira|donderdag|czwartek|czwartku|четверг*|perşembe*|πέμπτη|गुरुवार|बृहस्पतिवार|గురువారం*|پنجشنبه|پنج شنبه|الخميس|목요일*|星期四|周四|木曜日|torsdag|kamis",
    ),
    (
        Word::Day("friday", false),
        "friday|fri|freitag|viernes|vendredi|venerdì|sexta-feira|vrijdag|piątek|piątku|пятница|пятницы|пятницу|пятнице|cuma|cumaya|παρασκευή|शुक्रवार|శుక్రవారం*|جمعه|الجمعة|금요일*|星期五|周五|金曜日|fredag|jumat",
    ),
    (
        Word::Day("saturday", false),
        "saturday|samstag|sonnabend|sábado|samedi|sabato|zaterdag|sobota|soboty|sobotę|суббота|субботы|субботу|субботе|cumartesi*|σάββατο|शनिवार|శనివారం*|شنبه|السبت|토요일*|星期六|周六|土曜日|lördag|lørdag|sabtu",
    ),
    (
        Word::Day("sunday", false),
        "sunday|sonntag|domingo|dimanche|domenica|zondag|niedziela|niedzieli|niedzielę|воскресенье|воскресенья|воскресенью|κυριακή|रविवार|ఆదివారం*|یکشنبه|یک شنبه|الأحد|일요일*|星期日|星期天|周日|日曜日|söndag|søndag",
    ),
    (
        Word::Day("weekend", false),
        "this weekend|the weekend|wochenende|fin de semana|week-end|fine settimana|fim de semana|выходных|выходные|주말*|周末|週末|آخر هفته|सप्ताहांत|వారాంతం*|σαββατοκύριακο",
    ),
    (
        Word::Day("this week", false),
        "this week|end of the week|diese woche|ende der woche|esta semana|cette semaine|questa settimana|deze week|в эту неделю|이번 주*|이번주*|本周|这周|今週中|今週|این هفته|इस हफ्ते|इस सप्ताह|ఈ వారం*|αυτή την εβδομάδα|bu hafta*",
    ),
    (
        Word::Day("next week", false),
        "next week|nächste woche|nächster woche|próxima semana|la semana que viene|semaine prochaine|prossima settimana|volgende week|следующей неделе|다음 주*|다음주*|下周|来週|هفته آینده|अगले हफ्ते|अगले सप्ताह|వచ్చే వారం*|την επόμενη εβδομάδα|gelecek hafta*|haftaya",
    ),
    (
        Word::Month(1),
        "jan|january|januar*|jänner|enero|janvier|janeiro|gennaio|stycznia|января|январ*|ocak*|ιανουαρ*|जनवरी|జనవరి*|ژانویه|يناير",
    ),
    (
        Word::Month(2),
        "feb|february|februar*|febrero|février|fevereiro|febbraio|lutego|феврал*|şubat*|φεβρουαρ*|फरवरी|फ़रवरी|ఫిబ్రవరి*|فوریه|فبراير",
    ),
    (
        Word::Month(3),
        "mar|march|märz|marzo|mars|março|maart|marca|март*|mart|μαρτί*|μάρτι*|मार्च|మార్చి*|مارس",
    ),
    (
        Word::Month(4),
        "apr|april|avril|abril|aprile|kwietnia|апрел*|nisan*|απριλί*|απρίλι*|अप्रैल|ఏప్రిల్*|آوریل|أبريل",
    ),
    (Word::Month(5), "may|mai|mayo|maio|maggio|mei|maja|maj|мая|mayıs*|μαΐου|μάιο*|मई|మే|مايو"),
    (
        Word::Month(6),
        "jun|june|juni|junio|juin|junho|giugno|czerwca|июн*|haziran*|ιουνί*|ιούνι*|जून|జూన్*|ژوئن|يونيو",
    ),
    (
        Word::Month(7),
        "jul|july|juli|julio|juillet|julho|luglio|lipca|июл*|temmuz*|ιουλί*|ιούλι*|जुलाई|జూలై*|జులై*|ژوئیه|يوليو",
    ),
    (
        Word::Month(8),
        "aug|august|agosto|août|augustus|sierpnia|август*|ağustos*|αυγούστ*|αύγουστ*|अगस्त|ఆగస్టు*|ఆగస్ట్*|اوت|أغسطس",
    ),
    (
        Word::Month(9),
        "sep|sept|september|septiembre|septembre|setembro|settembre|września|сентябр*|eylül*|σεπτ*|सितंबर|सितम्बर|సెప్టెంబర్*|سپتامبر|سبتمبر",
    ),
    (
        Word::Month(10),
        "oct|okt|october|oktober|octubre|octobre|outubro|ottobre|października|октябр*|ekim*|οκτωβρί*|οκτώβρι*|अक्टूबर|అక్టోబర్*|اکتبر|أكتوبر",
    ),
    (
        Word::Month(11),
        "nov|november|noviembre|novembre|novembro|listopada|ноябр*|kasım*|νοεμβρί*|νοέμβρι*|नवंबर|नवम्बर|నవంబర్*|نوامبر|نوفمبر",
    ),
    (
        Word::Month(12),
        "dec|dez|december|dezember|diciembre|décembre|dezembro|dicembre|grudnia|декабр*|aralık*|δεκεμβρί*|δεκέμβρι*|दिसंबर|दिसम्बर|డిసెంబర్*|دسامبر|ديسمبر",
    ),
    (Word::PersianMonth, "فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند"),
    (
        Word::By(Force::Always),
        "by|by the|by this|by next|before|before the|before this|no later than|not later than|due|due on|deadline is|bis spätestens|spätestens|spätestens am|bis diesen|bis nächsten|vor|vor dem|avant|avant le|d'ici|d'ici à|d'ici le|pour|pour le|pour ce|antes de|antes del|antes de este|para|para el|para este|antes do|antes da|entro|entro il|prima di|per|voor|vóór|uiterlijk|tegen|przed|ко|перед|не позднее|πριν|πριν από|πριν από την|تا قبل از|قبل از|قبل|بحلول|trước|sebelum|ก่อน|ภายใน|senast|senest|inden|innen|ennen|mennessä|לפני",
    ),
    (
        Word::By(Force::Days),
        "bis|bis zum|bis zu|до|μέχρι|μέχρι την|μέχρι το|μεχρι|ως|έως|έως την|تا|تا روز|până|עד",
    ),
    (
        Word::By(Force::Needed),
        "until|until the|till|jusqu'à|jusqu'au|hasta|hasta el|até|até o|até à|حتى|đến|sampai",
    ),
    (
        Word::Within,
        "within|within the next|in the next|innerhalb von|innerhalb der nächsten|binnen|en menos de|dentro de|em até|entro|d'ici|w ciągu|в течение|μέσα σε|εντός|εντός των|ظرف|خلال|في غضون|trong vòng|dalam|inom|indenfor",
    ),
    (
        Word::Till(Force::Always),
        "전까지*|안에*|이내*|से पहले|के पहले|के अंदर|లోపు*|లోపల*|లోగా*|కల్లా*|కి ముందు|కు ముందు|నాటికి*|전에*|までに*|中に|までには|の前に|之前|以前|前|内|önce|se pehle|mennessä|মধ্যে|க்குள்*",
    ),
    (Word::Till(Force::Days), "까지*|तक|వరకు*|까진*|まで*|kadar|tak|পর্যন্ত"),
    (
        Word::Inside,
        "이내*|안에*|내에*|के अंदर|के भीतर|లోపు*|లోపల*|లోగా*|以内*|之内|内|içinde|ke andar|এর মধ্যে|sisällä",
    ),
    (
        Word::Unit("T", 'M'),
        "minute|minutes|min|mins|minuten|minutos|minuti|minuut|minut|минут*|dakika*|λεπτά|λεπτών|मिनट|నిమిషాల*|دقیقه|دقائق|دقيقة|분*|分钟|分鐘|分|นาที|phút|menit|minuter|minutter",
    ),
    (
        Word::Unit("T", 'H'),
        "hour|hours|hrs|stunde|stunden|std|hora|horas|heure|heures|ora|ore|uur|godzin|godziny|час|часа|часов|saat*|ώρα|ώρες|ωρών|घंटे|घंटों|घंटा|గంటల*|గంట|ساعت|ساعة|ساعات|시간*|小时|小時|時間|ชั่วโมง|giờ|jam|timmar|timer|ghante",
    ),
    (
        Word::Unit("", 'D'),
        "day|days|business days|working days|tag|tage|tagen|werktagen|día|días|jour|jours|giorno|giorni|dia|dias|dag|dagen|dni|день|дня|дней|gün*|ημέρες|μέρες|ημερών|दिन|दिनों|రోజుల*|రోజు|روز|أيام|يوم|일*|天|日|日間|วัน|ngày|hari|dagar|dage|din",
    ),
    (
        Word::Unit("", 'W'),
        "week|weeks|woche|wochen|semana|semanas|semaine|semaines|settimana|settimane|weken|tygodni|недели|недель|hafta*|εβδομάδες|हफ्ते|हफ़्ते|सप्ताह|వారాల*|هفته|أسبوع|أسابيع|주*|周|週間|สัปดาห์|tuần|minggu|veckor|uger",
    ),
    (Word::Morning, "오전|아침|새벽|上午|早上|午前|सुबह|ఉదయం|صبح|subah"),
    (
        Word::Afternoon,
        "오후|저녁|밤|下午|晚上|午後|शाम|शाम को|रात|दोपहर बाद|సాయంత్రం|రాత్రి|عصر|شب|shaam|shaam ko",
    ),
    (
        Word::Clock,
        "am|a.m.|a.m|pm|p.m.|p.m|o'clock|uhr|시*|बजे|గంటలకు|గంటల*|點|点|点钟|時|น.|giờ|baje",
    ),
    (Word::Hour, "ساعت|الساعة"),
    (
        Word::Need,
        "need|needs|needed|want|must|have to|has to|require|required|please|asap|urgent*|deadline|as a gift|brauche*|benötige*|muss|müssen|bitte|dringend*|necesito|necesitamos|quiero|urgente*|por favor|tengo que|besoin|il me faut|je dois|veux|voudrais|svp|s'il vous plaît|preciso|precisamos|quero|bisogno|devo|vorrei|per favore|nodig|moet|graag|dringend|potrzebuję|muszę|proszę|pilne|нужно|нужен|нужна|надо|необходимо|срочно|должен|пожалуйста|потрібно|ihtiyac*|lazım|gerek*|istiyorum|acil*|lütfen|χρειάζομαι|χρειαζόμαστε|πρέπει|θέλω|επείγον*|παρακαλώ|चाहिए|चाहता|चाहती|चाहते|ज़रूरत|जरूरत|ज़रूरी|जरूरी|कृपया|अत्यावश्यक|तत्काल|కావాలి|అవసరం*|దయచేసి|అత్యవసర*|نیاز|باید|میخواهم|می خواهم|میخوام|لازم|لطفا|لطفاً|فوری|أحتاج|أريد|احتاج|اريد|ضروري|عاجل|يجب|من فضلك|필요*|원합니다|원해요|싶*|부탁*|주세요|해주세요*|급해*|긴급*|받아야*|해야*|需要|必须|必須|紧急|緊急|急|请|請|想要|麻烦|ください|下さい|必要|欲しい|ほしい|お願い*|至急|急ぎ|ต้องการ|ด่วน|กรุณา|cần|gấp|perlu|butuh|mohon|tolong|segera|behöver|måste|snälla|brådskande|har brug for|trenger|tarvitsen|chahiye|zaruri|zaroori",
    ),
];

/// The words around dates; longer phrases win.
pub(super) fn words() -> &'static Phrases<Word> {
    static LEXICON: OnceLock<Phrases<Word>> = OnceLock::new();
    LEXICON.get_or_init(|| Phrases::new(WORDS.iter().copied()))
}
