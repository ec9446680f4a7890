//! Nothing but a greeting, nothing but thanks, nothing at all.

use std::sync::OnceLock;

use super::{Text, is_question, noise};
use crate::text::letters::{Letters, is_emoji, is_word};
use crate::text::phrases::Phrases;
use crate::verdict::Noise;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Talk {
    Greeting,
    Thanks,
    /// Goes with either.
    Filler,
}

const TALK: &[(Talk, &str)] = &[
    (
        Talk::Greeting,
        "hi|hii|hiii|hello|hey|heya|hiya|yo|howdy|greetings|good morning|good afternoon|good evening|good day|morning|dear|hallo|guten tag|guten morgen|guten abend|moin|servus|grüß gott|hola|buenos días|buenas tardes|buenas noches|buenas|bonjour|bonsoir|salut|coucou|olá|oi|bom dia|boa tarde|boa noite|ciao|buongiorno|buonasera|salve|goedemorgen|goedemiddag|goedenavond|goedendag|hoi|hej|hejsan|god morgon|god morgen|hei|moi|cześć|dzień dobry|witam|ahoj|dobrý den|szia|jó napot|bună|bună ziua|привет|здравствуйте|здравствуй|добрый день|добрый вечер|доброе утро|привіт|вітаю|доброго дня|здравейте|merhaba|selam|günaydın|iyi günler|γεια|γεια σας|γεια σου|καλημέρα|καλησπέρα|χαίρετε",
    ),
    (
        Talk::Greeting,
        "नमस्ते|नमस्कार|हैलो|हेलो|हाय|सुप्रभात|namaste|namaskar|హాయ్|హలో|నమస్తే*|నమస్కార*|శుభోదయం|namaskaram|வணக்கம்|নমস্কার|হ্যালো|ನಮಸ್ಕಾರ|നമസ്കാരം|નમસ્તે|ਸਤ ਸ੍ਰੀ ਅਕਾਲ|سلام|درود|سلام علیکم|صبح بخیر|وقت بخیر|روز بخیر|عصر بخیر|خسته نباشید|salam|السلام عليكم|مرحبا|أهلا|اهلا|صباح الخير|مساء الخير|السلام علیکم|שלום|היי|안녕|안녕하세요|안녕하십니까|여보세요|하이|你好|您好|嗨|哈喽|早上好|大家好|こんにちは|こんばんは|おはよう|おはようございます|はじめまして|もしもし|สวัสดี|สวัสดีครับ|สวัสดีค่ะ|xin chào|chào|halo|hai|selamat pagi|selamat siang|kamusta|habari",
    ),
    (
        Talk::Thanks,
        "thanks|thank you|thank u|thx|thnx|ty|tysm|tks|cheers|much appreciated|appreciate it|many thanks|thanks a lot|danke|danke schön|vielen dank|dankeschön|besten dank|gracias|muchas gracias|mil gracias|merci|merci beaucoup|obrigado|obrigada|muito obrigado|muito obrigada|valeu|grazie|grazie mille|dank je|dank je wel|dank u|dank u wel|bedankt|tack|tack så mycket|tak|mange tak|takk|tusen takk|kiitos|kiitos paljon|dziękuję|dzięki|dziękuję bardzo|děkuji|díky|ďakujem|köszönöm|köszi|mulțumesc|mersi|спасибо|большое спасибо|спасибо большое|благодарю|дякую|благодаря|hvala|teşekkürler|teşekkür ederim|çok teşekkürler|sağ olun|sağol|eyvallah|ευχαριστώ|ευχαριστούμε|ευχαριστώ πολύ|σας ευχαριστώ|धन्यवाद|शुक्रिया|बहुत धन्यवाद|बहुत बहुत धन्यवाद|आभार|थैंक यू|dhanyavad|shukriya|ధన్యవాదాలు|ధన్యవాదములు|థాంక్స్|థాంక్యూ|కృతజ్ఞతలు|நன்றி|ধন্যবাদ|ಧನ್ಯವಾದಗಳು|നന്ദി|આભાર|ਧੰਨਵਾਦ|ممنون|ممنونم|متشکرم|متشکر|مرسی|سپاس|سپاسگزارم|تشکر|دستتون درد نکنه|mamnoon|شكرا|شكراً|شكرا لك|شكرا جزيلا|مشكور|شکریہ|תודה|תודה רבה|감사합니다|감사해요|감사|고맙습니다|고마워요|고마워|땡큐|谢谢|谢谢你|多谢|感谢|非常感谢|謝謝|ありがとう|ありがとうございます|ありがとうございました|感謝します|どうも|ขอบคุณ|ขอบคุณครับ|ขอบคุณค่ะ|ขอบคุณมาก|cảm ơn|cám ơn|terima kasih|makasih|salamat|asante",
    ),
    (
        Talk::Filler,
        "so much|very much|again|a lot|everyone|all|team|there|sir|madam|sir/madam|ma'am|guys|folks|for your help|me|for the help|for helping|for your reply|for your quick reply|for the quick reply|for the reply|for your support|for your assistance|for your time|for everything|for the info|for the information|for letting me know|ok|okay|great|perfect|awesome|got it|noted|bye|have a nice day|have a great day|have a good day|best|best regards|regards|kind regards|and|you|liebes|zusammen|für ihre hilfe|für die hilfe|sehr|viele grüße|mit freundlichen grüßen|a todos|por todo|por su ayuda|por la ayuda|saludos|à tous|pour votre aide|pour tout|beaucoup|cordialement|a tutti|per l'aiuto|pela ajuda|за помощь|вам|всем|большое|очень|πολύ|για τη βοήθεια|για τη βοήθειά σας|σας|आपका|बहुत|बहुत बहुत|जी|आपकी मदद के लिए|मदद के लिए|చాలా|మీకు|అండి|మీ సహాయానికి|از شما|خیلی|بسیار|از کمک شما|عزیز|لكم|جزيلا|정말|너무|많이|진짜|네|넵|您|啊|了|大変|本当に|助かりました|ครับ|ค่ะ|นะ|มาก|nhiều|banyak|kak|min|admin|çok|herkese|bardzo|za pomoc|voor de hulp|för hjälpen",
    ),
];

pub(super) fn detect(text: &Text) -> Option<Noise> {
    let says_more =
        text.letters.chars().iter().any(|letter| is_question(*letter) || is_angry(*letter));
    if text.subject_speaks() || says_more {
        return None;
    }
    if is_empty(text) {
        return Some(noise("empty", "no words", Vec::new()));
    }
    match read(&text.letters)? {
        Talk::Thanks => Some(noise("thanks_only", "nothing but thanks", text.whole())),
        // Who greets again while waiting for an answer asks for it.
        Talk::Greeting if text.message.thread.unanswered <= 1.0 => {
            Some(noise("greeting_only", "nothing but a greeting", text.whole()))
        }
        _ => None,
    }
}

/// What a text is, if all its words are small talk; fillers alone are nothing.
pub(super) fn read(letters: &Letters) -> Option<Talk> {
    static LEXICON: OnceLock<Phrases<Talk>> = OnceLock::new();
    let lexicon = LEXICON.get_or_init(|| Phrases::new(TALK.iter().copied()));
    let mut index = 0;
    let mut talk = None;
    while index < letters.len() {
        if !is_word(letters.at(index)) {
            index += 1;
            continue;
        }
        let found = lexicon.word(letters, index)?;
        match found.meaning {
            Talk::Thanks => talk = Some(Talk::Thanks),
            Talk::Greeting => talk = talk.or(Some(Talk::Greeting)),
            Talk::Filler => {}
        }
        index = found.end;
    }
    talk
}

/// Faces and signs that say the opposite of thanks.
fn is_angry(letter: char) -> bool {
    matches!(
        letter,
        '😠' | '😡'
            | '🤬'
            | '👎'
            | '😤'
            | '🙄'
            | '😒'
            | '💩'
            | '🖕'
            | '😞'
            | '😢'
            | '😭'
            | '💔'
            | '😑'
    )
}

fn is_empty(text: &Text) -> bool {
    let says = |letter: &char| is_word(*letter) || is_emoji(*letter) || *letter == '!';
    // A picture is a message as well.
    let has_picture = text.message.html && text.message.text.contains("<img");
    !text.letters.chars().iter().any(says) && !has_picture
}
