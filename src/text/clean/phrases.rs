//! What mail programs write around the customer's words, in many languages: folded, parted by bars.

/// "wrote", at the end of the line above a quoted message.
pub const WROTE: &str = "\
    wrote|schrieb|geschrieben|a ecrit|escribio|escribiu|escreveu|ha scritto|il giorno|\
    va escriure|schreef|geschreven|napisal|pisze|skrev|kirjoitti|napisala|napisao|irta|\
    a scris|yazdi|rase|rakstija|kirjutas|shkroi|menulis|da viet|aliandika|isinulat ni|εγραψε|\
    пишет|написал|пише|написав|написа|напісау|کتب|کتبت|نوشت|نی لکها|כתב|כתבה|ने लिखा|\
    ने लिहिले|লিখেছেন|লিখেছে|రాసారు|రాశారు|వ్రాశారు|రాసింది|எழுதியது|ಬರೆದಿದ್ದಾರೆ|എഴുതി|\
    ਨੇ ਲਿਖਿਆ|એ લખ્યું|님이 작성|님이 쓴|작성|썼습니다|書きました|のメール|写道|寫道|เขียนว่า|ได้เขียน";

/// Between rows of dashes, above a quoted message.
pub const ORIGINAL: &str = "\
    original message|reply message|ursprungliche nachricht|originalnachricht|\
    message d'origine|message original|mensaje original|mensagem original|messaggio originale|\
    missatge original|oorspronkelijk bericht|oryginalna wiadomosc|wiadomosc oryginalna|\
    ursprungligt meddelande|originalmeddelande|oprindelig meddelelse|original meddelelse|\
    opprinnelig melding|alkuperainen viesti|puvodni zprava|povodna sprava|eredeti uzenet|\
    mesaj original|mesajul original|orijinal mesaj|orijinal ileti|izvorna poruka|\
    originalna poruka|pesan asli|mesej asal|tin nhan goc|thu goc|αρχικο μηνυμα|\
    исходное сообщение|оригинальное сообщение|початкове повідомлення|оригинално съобщение|\
    الرساله الاصلیه|پیام اصلی|اصل پیغام|הודעה מקורית|मूल संदेश|মূল বার্তা|అసలు సందేశం|\
    மூல செய்தி|원본 메시지|원본 메일|원래 메시지|元のメッセージ|原始邮件|原始郵件|ข้อความต้นฉบับ";

/// Between rows of dashes, above a message that the customer passes on: that one is read.
pub const FORWARDED: &str = "\
    forwarded message|begin forwarded message|weitergeleitete nachricht|message transfere|\
    mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht|\
    przekazana wiadomosc|προωθημενο μηνυμα|пересылаемое сообщение|رساله معاد توجیهها|\
    پیام بازارسال|अग्रेषित संदेश|전달된 메시지|転送メッセージ|转发的邮件|iletilen mesaj";

/// The first label of the header of a quoted message.
pub const FROM: &str = "\
    from|von|de|da|van|od|fran|fra|lahettaja|felado|de la|kimden|gonderen|expediteur|απο|от|\
    від|от кого|من|از|فرستنده|מאת|प्रेषक|द्वारा|से|보낸 사람|보낸사람|발신|差出人|发件人|寄件者|寄件人|จาก|tu|dari|\
    నుండి|పంపినవారు|প্রেরক|அனுப்புநர்";

/// The other labels of such a header.
pub const HEADERS: &str = "\
    sent|date|to|cc|subject|reply-to|importance|gesendet|datum|an|betreff|envoye|a|objet|\
    enviado|enviado el|fecha|para|asunto|enviada em|data|assunto|inviato|oggetto|verzonden|\
    aan|onderwerp|wyslano|do|temat|skickat|till|amne|sendt|til|emne|lahetetty|vastaanottaja|\
    aihe|odeslano|komu|predmet|kuldve|cimzett|targy|trimis|catre|subiect|gonderilme tarihi|\
    tarih|kime|konu|σταλθηκε|ημερομηνια|προσ|θεμα|отправлено|дата|кому|тема|надіслано|\
    изпратено|до|относно|تم الارسال|تاریخ|التاریخ|الی|الموضوع|به|موضوع|נשלח|אל|נושא|तिथि|\
    दिनांक|भेजा गया|प्राप्तकर्ता|प्रति|विषय|보낸 날짜|날짜|받는 사람|받는사람|제목|참조|送信日時|日付|宛先|件名|发送时间|日期|\
    收件人|主题|寄件日期|傳送時間|收件者|主旨|ส่งเมื่อ|วันที่|ถึง|เรื่อง|da gui|ngay|den|chu de|dikirim|tanggal|\
    kepada|subjek|perihal|పంపబడింది|తేదీ|కు|విషయం";

/// "Subject": a header that has it is no list of two towns and a day.
pub const SUBJECT: &str = "\
    subject|betreff|objet|asunto|assunto|oggetto|onderwerp|temat|amne|emne|aihe|predmet|targy|\
    subiect|konu|θεμα|тема|относно|الموضوع|موضوع|נושא|विषय|제목|件名|主题|主旨|เรื่อง|chu de|subjek|\
    perihal|విషయం";

/// "Sent from my …".
pub const SENT_FROM: &str = "\
    sent from|sent via|sent with|get outlook for|gesendet|von meinem|envoye de|envoye depuis|\
    envoye a partir|obtenez outlook|enviado desde|enviado do meu|enviado de|enviado pelo|\
    enviat des|inviato da|verzonden|verstuurd|wyslane z|wyslano z|skickat fran|sendt fra|\
    lahetetty|odeslano z|odoslane z|elkuldve|kuldve|trimis de|gonderildi|poslano s|poslano iz|\
    poslato sa|isiusta is|dikirim dari|dihantar dari|gui tu|imetumwa kutoka|ipinadala mula|\
    σταλθηκε απο|εσταλη απο|отправлено с|отправлено из|надіслано з|відправлено з|изпратено от|\
    послато са|ارسلت من|مرسل من|مرسله من|تم الارسال من|ارسال شده از|ارسال از|فرستاده شده از|\
    سی بهیجا گیا|נשלח מ|से भेजा गया|से भेजा|वरून पाठवले|থেকে পাঠানো|నుండి పంపబడింది|\
    నుండి పంపినది|இலிருந்து அனுப்பப்பட்டது|에서 보냄|에서 전송|で送信|から送信|发自我的|发送自|從我的|傳送自|ส่งจาก";

/// What such a line names.
pub const DEVICES: &str = "\
    iphone|ipad|ipod|android|galaxy|samsung|huawei|xiaomi|redmi|oppo|vivo|pixel|nokia|\
    motorola|blackberry|windows|outlook|mail|yahoo|aol|proton|phone|mobil|handy|tablet|movil|\
    celular|telefon|cellulare|telefoon|puhelim|κινητο|телефон|смартфон|هاتف|جوال|گوشی|موبایل|\
    تلفن همراه|נייד|फोन|मोबाइल|ఫోన్|మొబైల్|휴대|아이폰|갤럭시|携帯|手机|手機|โทรศัพท์|dien thoai|ponsel|\
    hp saya";

/// Words of legal small print; two of them make a paragraph one.
pub const SMALL_PRINT: &str = "\
    confidential|privileged|intended recipient|intended solely|intended only for|disclaimer|\
    notify the sender|unauthorized|unauthorised|received this e-mail in error|\
    received this email in error|received this message in error|consider the environment|\
    before printing|virus-free|vertraulich|bestimmungsgemasse|irrtumlich|unbefugte|\
    confidentiel|destinataire|par erreur|confidencial|destinatario|por error|por engano|\
    medio ambiente|meio ambiente|riservat|destinatari|per errore|vertrouwelijk|geadresseerde|\
    ten onrechte|poufn|adresat|omylkowo|konfidentiell|fortrolig|luottamuksell|duvern|\
    adresatem|bizalmas|cimzett|gizli|yanlislikla|εμπιστευτικ|παραληπτη|εκ παραδρομησ|\
    конфиденциальн|адресат|по ошибке|سری|المرسل الیه|عن طریق الخطا|محرمانه|گیرنده|اشتباها|\
    חסוי|בטעות|गोपनीय|प्राप्तकर्ता|भूलवश|기밀|수신인|잘못 전송|機密|受信者|誤って|机密|收件人|误收|గోప్య|గ్రహీత";

/// The phrases of a list.
pub fn of(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split('|')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    #[test]
    fn phrases_are_folded() {
        let lists =
            [WROTE, ORIGINAL, FORWARDED, FROM, HEADERS, SUBJECT, SENT_FROM, DEVICES, SMALL_PRINT];
        for phrase in lists.into_iter().flat_map(of) {
            assert_eq!(phrase, fold(phrase));
        }
    }
}
