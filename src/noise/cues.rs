//! Phrases that tell noise from messages, in many languages.

use std::sync::OnceLock;

use crate::text::letters::{Letters, is_word};
use crate::text::phrases::Phrases;

/// What a phrase tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// The writer has a grievance: the message is no noise, whatever else it says.
    Grievance,
    /// The writer speaks about settings, spam, messages received.
    Topic,
    /// A subject that automatic replies start with.
    AutoSubject,
    /// Says that this is an automatic reply.
    AutoBody,
    /// Says that the writer is away.
    Away,
    /// What people who are away also say.
    AwayMore,
    /// A subject that reports of the mail system start with.
    BounceSubject,
    /// What reports of the mail system say.
    BounceBody,
    /// A promotion or a lottery.
    Spam,
    /// What promotions also say.
    SpamMore,
    /// "Forward this to ten friends."
    Chain,
    /// Angel numbers.
    Angel,
}

const CUES: &[(Cue, &str)] = &[
    (
        Cue::Grievance,
        "refund|money back|complain*|complaint|not working|doesn't work|does not work|didn't work|isn't working|won't load|broken|no response|no reply|no answer|not received|never received|haven't received|didn't receive|hasn't arrived|not arrived|never arrived|still waiting|still no|still not|charged me|charged twice|overcharged|unacceptable|disappointed|worst service|terrible service|stop sending|stop emailing|keep getting|keep receiving|keeps sending|all i get|i only get|i only got|my order|my account|my parcel|my payment|ripped off|hacked|lawyer",
    ),
    (
        Cue::Grievance,
        "funktioniert nicht|geht nicht|rückerstattung|geld zurück|beschwer*|keine antwort|nicht angekommen|nicht erhalten|meine bestellung|mein konto|immer noch nicht|no funciona|reembolso|queja|sin respuesta|no he recibido|no recibí|mi pedido|mi cuenta|todavía no|ne fonctionne pas|ne marche pas|remboursement|plainte|pas de réponse|pas reçu|ma commande|mon compte|toujours pas|não funciona|reclamação|sem resposta|não recebi|meu pedido|minha conta|non funziona|rimborso|reclamo|nessuna risposta|non ho ricevuto|il mio ordine|werkt niet|terugbetaling|klacht|geen antwoord|niet ontvangen|nie działa|zwrot pieniędzy|reklamacj*|nie otrzymał*|brak odpowiedzi",
    ),
    (
        Cue::Grievance,
        "не работает|верните деньги|возврат*|жалоб*|нет ответа|не получил*|не пришел|не пришёл|мой заказ|çalışmıyor|iade|şikayet*|cevap yok|gelmedi|siparişim|δεν λειτουργεί|δεν δουλεύει|επιστροφή χρημάτων|παράπονο|καμία απάντηση|δεν έλαβα|δεν ήρθε|η παραγγελία μου|काम नहीं|रिफंड|रिफ़ंड|पैसे वापस|शिकायत|जवाब नहीं|प्रतिक्रिया नहीं|नहीं मिला|नहीं मिली|नहीं आया|मेरा ऑर्डर|పని చేయడం లేదు|పనిచేయడం లేదు|రీఫండ్*|ఫిర్యాదు*|స్పందన లేదు|రాలేదు|అందలేదు|నా ఆర్డర్*",
    ),
    (
        Cue::Grievance,
        "کار نمیکند|کار نمی کند|کار نمیکنه|بازپرداخت|پولم|شکایت*|جواب نداد*|پاسخی دریافت|نرسیده|نرسید|سفارش من|سفارشم|لا يعمل|استرداد|شكوى|لم يصل*|لا رد|طلبي|안 돼요|안돼요|작동하지 않*|환불*|불만*|응답이 없*|아무 응답*|답변이 없*|답이 없*|못 받*|못받*|안 왔*|안왔*|제 주문*|退款|投诉|没有回复|没收到|收不到|不能用|打不开|返金|届かない|届いていない|動かない|返事がない|苦情|ไม่ทำงาน|คืนเงิน|ยังไม่ได้รับ|hoàn tiền|chưa nhận|không hoạt động|tidak berfungsi|belum terima|belum sampai",
    ),
    (
        Cue::Topic,
        "setting|settings|set up|setup|how do i|how can i|how to|feature|enable|disable|turn on|turn off|configure|spam|scam|phishing|fake|it says|you say|i got|i received|i get|received a|received this|your automatic|your auto-reply|your out of office|einstellung*|einrichten|aktivieren|configurar|activar|desactivar|configuración|paramètre|paramètres|configurer|activer|impostazioni|impostare|configurações|instellen|instelling*|настро*|спам|мошенник*|설정*|스팸*|사기*|设置|垃圾邮件|诈骗|設定|迷惑メール|詐欺|تنظیم*|اسپم|کلاهبردار*|सेटिंग*|स्पैम|धोखा*|సెట్టింగ్*|స్పామ్*|మోసం*|ρυθμίσ*|ρύθμισ*|απάτη|ayar*|dolandırıcı*|إعدادات|احتيال|estafa|betrug*|arnaque|truffa|golpe|oszust*",
    ),
    (
        Cue::AutoSubject,
        "automatic reply|auto reply|auto message|automatic message|automated message|자동 안내*|자동안내*|ऑटो मैसेज|ఆటో రిప్లై*|auto-reply|autoreply|auto response|autoresponse|auto-response|automated response|automated reply|out of office|out-of-office|ooo|on vacation|vacation reply|away from the office|away from my mail|abwesenheitsnotiz|abwesenheitsnachricht|abwesend|automatische antwort|réponse automatique|absence du bureau|absent du bureau|respuesta automática|fuera de la oficina|ausente de la oficina|resposta automática|fora do escritório|ausência temporária|risposta automatica|fuori ufficio|automatisch antwoord|automatische beantwoording|afwezig|afwezigheidsbericht|autosvar|automatiskt svar|automatisk svar|frånvaro*|fraværsmelding|automaattinen vastaus|poissa toimistosta|odpowiedź automatyczna|automatyczna odpowiedź|poza biurem|automatická odpověď|mimo kancelář|automatikus válasz|răspuns automat|автоответ|автоматический ответ|автоматична відповідь|вне офиса|автоматичен отговор|otomatik yanıt|otomatik cevap|ofis dışında|αυτόματη απάντηση|εκτός γραφείου|자동 응답*|자동응답*|자동 회신*|부재중*|自動応答|自動返信|不在通知|自动回复|自動回覆|自动答复|پاسخ خودکار|خارج از دفتر|رد تلقائي|خارج المكتب|स्वचालित उत्तर|स्वतः उत्तर|ऑटो रिप्लाई|ఆటోమేటిక్ రిప్లై*|స్వయంచాలక ప్రత్యుత్తరం|ตอบกลับอัตโนมัติ|trả lời tự động|balasan otomatis|מענה אוטומטי",
    ),
    (
        Cue::AutoBody,
        "this is an automatic reply|this is an automated reply|this is an automated response|this is an automatic response|this is an auto-reply|this is an autoreply|this is an automated message|this is an automatically generated|this is an automatic message|this is an automated confirmation|this is an automated acknowledgement|do not reply to this|please do not reply to this|this mailbox is unattended|this mailbox is not monitored|bitte antworten sie nicht auf diese|no responda a este|merci de ne pas répondre|ne pas répondre à ce|não responda a este|non rispondere a questo|μην απαντήσετε σε αυτό|μην απαντάτε σε αυτό|αποστέλλεται αυτόματα|هذه رسالة آلية|الرجاء عدم الرد|این پیام خودکار است|به این پیام پاسخ ندهید|발신전용*|발신 전용*|कृपया इसका उत्तर न दें|请勿回复|請勿回覆|返信しないでください|не отвечайте на это|dies ist eine automatische antwort|dies ist eine automatisch generierte|diese nachricht wurde automatisch|ceci est une réponse automatique|ceci est un message automatique|esta es una respuesta automática|este es un mensaje automático|esta é uma resposta automática|questa è una risposta automatica|dit is een automatisch antwoord|det här är ett automatiskt|to jest automatyczna odpowiedź|это автоматический ответ|это автоматическое сообщение|bu otomatik bir yanıttır|αυτή είναι μια αυτόματη απάντηση|이 메일은 자동으로 발송*|자동으로 발송된 메일*|자동 응답 메일*|これは自動応答|このメールは自動|这是自动回复|此邮件为自动回复|این یک پاسخ خودکار است|این پیام به صورت خودکار|هذا رد تلقائي|هذه رسالة تلقائية|यह एक स्वचालित उत्तर है|यह एक स्वचालित संदेश है|ఇది స్వయంచాల*|đây là thư trả lời tự động|ini adalah balasan otomatis",
    ),
    (
        Cue::Away,
        "i am out of the office|i'm out of the office|i am out of office|i'm out of office|i am currently out of|i'm currently out of|i will be out of the office|i am away from the office|i am on vacation|i am on leave|i'm on leave|i am on annual leave|i'm on annual leave|i am on holiday|i am on maternity leave|i am currently away|thank you for your email. i am|ich bin nicht im büro|ich bin derzeit nicht im büro|ich bin im urlaub|ich bin bis|ich bin derzeit nicht erreichbar|ich befinde mich im urlaub|je suis absent*|je suis actuellement absent*|je suis en congé|je suis en vacances|estoy fuera de la oficina|estoy de vacaciones|me encuentro fuera|estaré fuera|estou fora do escritório|estou de férias|estarei ausente|sono fuori ufficio|sono in ferie|sarò assente|ik ben afwezig|ik ben met vakantie|ik ben op vakantie|jag är på semester|jag är inte på kontoret|jeg er på ferie|jeg er ikke på kontoret|olen lomalla|jestem na urlopie|jestem poza biurem|przebywam na urlopie|я в отпуске|нахожусь в отпуске|меня нет в офисе|я нахожусь в отпуске|izindeyim|yıllık izindeyim|ofis dışındayım|λείπω σε άδεια|βρίσκομαι σε άδεια|είμαι εκτός γραφείου|απουσιάζω|휴가 중*|휴가중*|부재중입니다|부재 중입니다|休暇を取っております|休暇中です|不在にしております|我正在休假|我目前不在办公室|我不在办公室|در مرخصی هستم|در دفتر نیستم|أنا في إجازة|أنا خارج المكتب|मैं छुट्टी पर हूँ|मैं छुट्टी पर हूं|मैं कार्यालय से बाहर|मैं अभी कार्यालय में नहीं|నేను సెలవులో ఉన్నాను|నేను ఆఫీసులో లేను|tôi đang nghỉ phép|saya sedang cuti",
    ),
    (
        Cue::AwayMore,
        "limited access|no access to|will return|i return|back in the office|back on|be back|upon my return|on my return|when i return|until|in urgent cases|for urgent|urgent matters|please contact|respond to your|reply to your|wieder da|wieder im büro|zurück|in dringenden fällen|wenden sie sich|vertretung|bis zum|de retour|mon retour|en cas d'urgence|jusqu'au|hasta el|regreso|regresaré|en caso de urgencia|volveré|até o dia|retorno|retornarei|em caso de urgência|rientro|in caso di urgenza|fino al|terug|tillbaka|tilbage|tilbake|palaan|wrócę|wracam|w pilnych sprawach|вернусь|до|по срочным вопросам|döneceğim|acil durumlarda|θα επιστρέψω|επιστροφή μου|επείγοντα|돌아*|복귀*|까지|급한 용무*|戻り*|まで|緊急の場合|返回|紧急|期间|برمیگردم|باز میگردم|در موارد ضروری|تا تاریخ|سأعود|في الحالات|वापस|लौटूँगा|लौटूंगा|तक|తిరిగి*|వరకు|trở lại|kembali",
    ),
    (
        Cue::BounceSubject,
        "undeliverable|undelivered mail returned to sender|delivery status notification|mail delivery failed|mail delivery failure|mail delivery subsystem|mail delivery system|returned mail|failure notice|message undeliverable|unzustellbar|nicht zustellbar|non remis|échec de la remise|no se puede entregar|no entregado|não entregue|não é possível entregar|mancato recapito|non recapitabile|onbestelbaar|niet-bezorgbaar|kan inte levereras|nie można dostarczyć|niedostarczone|не доставлено|недоставленное сообщение|не удается доставить|teslim edilemedi|δεν ήταν δυνατή η παράδοση|배달되지 않음|배달 실패|전송 실패|配信不能|配信できませんでした|无法送达|未送达邮件|تحویل داده نشد|تعذر التسليم",
    ),
    (
        Cue::BounceBody,
        "mailer-daemon|could not be delivered to|address couldn't be found|wasn't delivered to|recipient address rejected|mailbox unavailable|mailbox is full|mailbox full|user unknown|unknown user|smtp|550 5.1.1|permanent error|delivery to the following|diagnostic-code|remote server|postmaster",
    ),
    (
        Cue::Spam,
        "seo service|seo services|seo expert|guest post|guest posting|backlinks|first page of google|rank your website|increase your traffic|website traffic|web design services|buy followers|buy likes|free followers|real followers|followers cheap|promote your|promote it on|dm to promote|send pic to|online casino|casino bonus|sports betting|betting tips|viagra|cialis|weight loss pills|work from home and earn|earn money online|earn from home|make money online|double your bitcoin|bitcoin investment|crypto investment|forex trading|forex trader|trading expert|recovery expert|you have won|you've won|you are the winner|lottery winner|claim your prize|claim your reward|unclaimed inheritance|next of kin|million dollars|loan offer|quick loan|instant loan|business loan offer|spell caster|hot singles|sexy girls|adult dating|onlyfans|follow for follow|f4f|l4l|follow back|check out my page|check my profile|visit my profile|link in my bio",
    ),
    (
        Cue::Spam,
        "sie haben gewonnen|geld verdienen von zuhause|kredit ohne schufa|kreditangebot|online-casino|has ganado|gana dinero|dinero desde casa|préstamo rápido|oferta de préstamo|casino en línea|vous avez gagné|gagnez de l'argent|offre de prêt|prêt entre particulier|casino en ligne|você ganhou|ganhe dinheiro|renda extra|empréstimo rápido|hai vinto|guadagna da casa|offerta di prestito|prestito veloce|вы выиграли|заработок в интернете|заработать в интернете|пассивный доход|онлайн казино|казино онлайн|быстрый займ|продвижение сайтов|раскрутка сайтов|para kazan|evden para kazan|bahis sitesi|kaçak bahis|kredi teklifi|takipçi satın|κερδίσατε|κέρδισε χρήματα|καζίνο online|δάνειο άμεσα|προσφορά δανείου",
    ),
    (
        Cue::Spam,
        "घर बैठे कमाएं|घर बैठे पैसे कमाएं|घर बैठे पैसे|पैसे कमाएं|लॉटरी जीती|आपने जीता|इनाम जीता|तुरंत लोन|फॉलोअर्स बढ़ाएं|ఇంటి నుండి సంపాదించ*|డబ్బు సంపాదించ*|లాటరీ గెలిచ*|మీరు గెలిచారు|తక్షణ రుణం|کسب درآمد|درآمد در منزل|درآمد میلیونی|برنده شدید|برنده شده اید|شرط بندی|سایت شرط بندی|کازینو|وام فوری|خرید فالوور|فالوور ارزان|부업*|재택 알바*|고수익 알바*|고수익 보장*|당첨되셨습니다|당첨 되셨습니다|무료 슬롯*|온라인 카지노*|카지노 사이트*|토토 사이트*|토토사이트*|대출 상담*|즉시 대출*|팔로워 늘리*|팔로워 판매*|网赚|兼职日结|日赚|刷单|博彩|线上赌场|中奖|贷款秒批|加微信|加我微信|代开发票|涨粉|副業で稼|簡単に稼|当選しました|即日融資|フォロワー購入|أرباح مضمونة|اربح المال|لقد ربحت|لقد فزت|قرض فوري|زيادة متابعين|thu nhập thêm|kiếm tiền online|vay nhanh|bạn đã trúng|penghasilan tambahan|judi online|slot gacor|pinjaman cepat|anda menang",
    ),
    (
        Cue::SpamMore,
        "http|https|www|click here|click the link|click below|link in bio|limited time|limited offer|100% free|guaranteed|no risk|whatsapp|telegram|t.me|contact us today|contact me|dm me|inbox me|special offer|best price|per day|per week|discount|cheap|act now|sign up|join now|register now|subscribe to|hier klicken|klicken sie|jetzt anmelden|haz clic|regístrate|cliquez ici|inscrivez-vous|clique aqui|cadastre-se|clicca qui|iscriviti|жми|переходи*|перейди*|подпишись|пишите в|tıkla*|hemen katıl|κάντε κλικ|πατήστε|यहाँ क्लिक|यहां क्लिक|लिंक पर क्लिक|व्हाट्सएप करें|लिंक|క్లిక్ చేయండి|లింక్*|కేవలం|کلیک کنید|لینک|عضو شوید|تلگرام|클릭*|링크*|카톡*|텔레그램*|문의*|가입*|点击|链接|联系|クリック|登録|リンク|اضغط هنا|الرابط|bấm vào|nhấp vào|klik|daftar",
    ),
    (
        Cue::Chain,
        "forward this to|forward this message|forward it to|send this to 10|send this to ten|send this to all|send this to everyone|share this with 10|share this with everyone|pass this on to|copy and paste this|don't break the chain|do not break the chain|leite diese nachricht|leiten sie diese nachricht an|schicke das an|reenvía este mensaje|reenvía esto|envía esto a|comparte este mensaje con|transférez ce message|envoie ce message à|partagez ce message|encaminhe esta mensagem|repasse esta mensagem|envie para 10|inoltra questo messaggio|invia questo messaggio a|stuur dit door naar|wyślij to do|prześlij to dalej|перешли это|перешлите это|отправь это|отправьте это|разошли это|bu mesajı herkese|bu mesajı 10 kişiye|στείλτε το σε|προωθήστε αυτό|στείλε αυτό το μήνυμα|इस संदेश को 10|इस मैसेज को 10|इस संदेश को सभी|इस मैसेज को सभी|सभी को फॉरवर्ड|10 लोगों को|11 लोगों को|ఈ మెసేజ్ ను 10|ఈ సందేశాన్ని 10|10 మందికి|అందరికీ ఫార్వర్డ్|این پیام را به 10|این پیام را برای همه|به 10 نفر|برای 10 نفر|이 메시지를 10*|10명에게*|이 글을 10*|모든 친구에게 전달*|转发给10|转发给十|转发到群|请转发给所有|このメッセージを10人|10人に送|أرسل هذه الرسالة إلى|انشرها|kirim pesan ini ke|sebarkan pesan ini|gửi tin nhắn này cho",
    ),
    (
        Cue::Angel,
        "angel number|angel numbers|numerology|αριθμός αγγέλου|αριθμος αγγελου|αριθμοί αγγέλων|αγγελικός αριθμός|engelszahl|engelszahlen|engelsnummer|número de ángel|número angelical|números de ángel|número angélico|nombre angélique|chiffre angélique|heure miroir|número de anjo|numero angelico|numeri angelici|liczba anielska|liczby anielskie|ангельское число|ангельская нумерология|melek sayısı|melek numarası|engelengetal|änglanummer|एंजेल नंबर|एंजल नंबर|ఏంజెల్ నంబర్*|దేవదూత సంఖ్య*|عدد فرشته|اعداد فرشتگان|عدد فرشتگان|رقم الملاك|أرقام الملائكة|엔젤 넘버*|엔젤넘버*|천사 숫자*|天使数字|天使號碼|エンジェルナンバー|số thiên thần|angka malaikat|เลขเทวดา",
    ),
];

/// A cue and its place among the letters.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit {
    pub(super) cue: Cue,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The cues in a text, in order.
pub(super) fn find(letters: &Letters) -> Vec<Hit> {
    static LEXICON: OnceLock<Phrases<Cue>> = OnceLock::new();
    let lexicon = LEXICON.get_or_init(|| Phrases::new(CUES.iter().copied()));
    (0..letters.len())
        .filter(|start| is_word(letters.at(*start)) && letters.is_boundary(*start))
        .filter_map(|start| {
            let found = lexicon.word(letters, start)?;
            Some(Hit { cue: found.meaning, start, end: found.word_end })
        })
        .collect()
}
