//! Numbers that name a purchase, a parcel, a booking, an invoice or a ticket.

use std::sync::OnceLock;

use super::Finder;
use super::calendar::numeric;
use crate::text::letters::{Letters, is_word};
use crate::text::phrases::Phrases;

/// What a word before a number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    /// Something that has a number.
    Thing,
    /// "Number".
    Label,
    /// May stand between the two and the number.
    Filler,
}

const WORDS: &[(Word, &str)] = &[
    (
        Word::Thing,
        "order|orders|purchase order|po|awb|waybill|tracking|track|parcel|package|shipment|consignment|booking|reservation|pnr|confirmation|invoice|receipt|ticket|case|reference|ref|return|rma|transaction|txn|utr",
    ),
    (
        Word::Thing,
        "bestellung|bestellnummer|bestell-nr|bestellnr|auftrag|auftragsnummer|auftragsnr|sendung|sendungsnummer|paketnummer|trackingnummer|rechnung|rechnungsnummer|buchung|buchungsnummer|vorgangsnummer|kundennummer|ticketnummer",
    ),
    (
        Word::Thing,
        "pedido|pedidos|orden|compra|envío|seguimiento|rastreo|reserva|factura|encomenda|rastreio|rastreamento|fatura|commande|suivi|colis|réservation|facture|ordine|spedizione|tracciamento|prenotazione|fattura",
    ),
    (
        Word::Thing,
        "bestelling|bestelnummer|ordernummer|zending|factuur|track en trace|zamówienie|zamówienia|zamówieniu|przesyłka|przesyłki|paczka|paczki|faktura|faktury|beställning|beställningsnummer|ordernr|ordrenummer|ordre|bestilling|tilaus|tilausnumero|rendelés|comanda|objednávka|objednávky|narudžba",
    ),
    (
        Word::Thing,
        "заказ*|посылк*|отправлени*|трек|трек-номер*|накладн*|бронировани*|замовленн*|поръчк*|sipariş*|kargo|takip|rezervasyon*|fatura*",
    ),
    (Word::Thing, "παραγγελι*|παραγγελί*|αποστολή*|αποστολης|δέμα*|κράτηση*|τιμολόγι*"),
    (
        Word::Thing,
        "ऑर्डर*|आर्डर*|आदेश|ट्रैकिंग|पार्सल|बुकिंग|इनवॉइस|बिल|एडब्ल्यूबी|ఆర్డర్*|ఆర్డరు*|ట్రాకింగ్*|పార్సిల్*|బుకింగ్*|అర్డర్*|ஆர்டர்*|অর্ডার*|ऑर्डरचा|ഓർഡർ*|ಆರ್ಡರ್*|ઓર્ડર*|ਆਰਡਰ*",
    ),
    (
        Word::Thing,
        "سفارش*|رهگیری|پیگیری|مرسوله|بارنامه|فاکتور|رزرو|طلب|الطلب|طلبي|طلبية|الطلبية|الشحنة|شحنة|التتبع|تتبع|الفاتورة|الحجز|آرڈر",
    ),
    (
        Word::Thing,
        "주문*|운송장*|송장*|배송*|택배*|예약*|접수*|订单*|訂單*|快递单*|运单*|物流单*|预订*|注文*|追跡*|お問い合わせ*|伝票*|予約*|คำสั่งซื้อ|ออเดอร์|พัสดุ|đơn hàng|mã đơn|mã đơn hàng|vận đơn|pesanan|resi|הזמנה|ההזמנה",
    ),
    (
        Word::Label,
        "number|no|no.|nr|nr.|num|num.|id|code|ref|ref.|reference|nummer|número|numero|núm|núm.|nº|n°|n.|nro|nro.|numéro|código|code|codice|numer|номер*|номером|№|numara|numarası|numaram|αριθμός|αριθμό|αριθμού|αρ.|κωδικός|संख्या|नंबर|नम्बर|क्रमांक|आईडी|నంబర్*|నెంబర్*|సంఖ్య*|ఐడి|شماره|کد|رقم|رقمها|번호*|넘버|号|号码|编号|編號|單號|单号|番号|หมายเลข|เลขที่|số|mã|nomor|мой|numero d'ordine|מספר",
    ),
    (
        Word::Filler,
        "is|was|ist|lautet|μου|mein|meine|mi|mon|est|es|è|jest|είναι|है|هو|هي|은|는|は|で|my|de|del|de la|d'|da|do|di|του|της|من|:|की|का|के|hai",
    ),
];

fn words() -> &'static Phrases<Word> {
    static LEXICON: OnceLock<Phrases<Word>> = OnceLock::new();
    LEXICON.get_or_init(|| Phrases::new(WORDS.iter().copied()))
}

/// The longest number that is read.
const MAX_LENGTH: usize = 40;

/// Finds numbers after a word for "order" or after `#`.
pub(super) fn scan_named(finder: &mut Finder) {
    let letters = finder.letters;
    let mut index = 0;
    while index < letters.len() {
        let after = if letters.at(index) == '#' {
            hash(finder, index)
        } else if letters.is_boundary(index) && is_word(letters.at(index)) {
            named(finder, index)
        } else {
            None
        };
        index = after.unwrap_or(index + 1);
    }
}

fn hash(finder: &mut Finder, index: usize) -> Option<usize> {
    let letters = finder.letters;
    if is_word(letters.before(index)) || letters.before(index) == '&' {
        return None;
    }
    let number = Number::read(letters, index + 1)?;
    // A hashtag such as `#covid19` or `#Top100` is a word; a year alone is one as well.
    let is_code = number.letters == 0
        || number.hyphens > 0
        || (number.letters <= 4 && !has_lower(finder.raw(index, number.end)));
    if number.digits < 3 || number.is_year || !is_code {
        return None;
    }
    finder.push("order", index, number.end, Some(number.value));
    Some(number.end)
}

/// Reads on from a word for a thing to its number.
fn named(finder: &mut Finder, start: usize) -> Option<usize> {
    let letters = finder.letters;
    let thing = words().word_where(letters, start, &|word| word == Word::Thing)?;
    let mut index = thing.word_end;
    let mut labelled = false;
    let mut hash = None;
    for _ in 0..6 {
        while matches!(
            letters.at(index),
            ' ' | ':' | '#' | '№' | 'º' | '°' | '=' | '(' | '[' | '.' | '-' | '"'
        ) {
            labelled |= matches!(letters.at(index), '#' | '№');
            hash = (letters.at(index) == '#').then_some(index);
            index += 1;
        }
        let Some(found) = words().word(letters, index) else { break };
        labelled |= found.meaning == Word::Label;
        // Words such as "ref" and "order" are things and labels by turns.
        labelled |= found.meaning == Word::Thing && index > thing.word_end;
        index = found.word_end;
        hash = None;
    }
    let Some(number) = Number::read(letters, index) else { return Some(thing.end) };
    let enough = if labelled { 2 } else { 4 };
    let is_code = (number.digits >= 2 && number.letters >= 2 && number.value.len() >= 5)
        && !has_lower(finder.raw(index, number.end));
    let is_bare_year = number.is_year && !labelled;
    if (number.digits < enough && !is_code) || is_bare_year || number.is_date {
        return Some(thing.end);
    }
    let (end, more) = spaced(finder, &number);
    let start = hash.filter(|hash| hash + 1 == index).unwrap_or(index);
    finder.push("order", start, end, Some(number.value + &more));
    Some(end)
}

/// Groups of digits after the first one, as tracking numbers are printed: `1234 5678 9012`.
fn spaced(finder: &Finder, number: &Number) -> (usize, String) {
    let letters = finder.letters;
    let (mut end, mut more) = (number.end, String::new());
    if number.letters > 0 || number.hyphens > 0 || !(3..=6).contains(&number.digits) {
        return (end, more);
    }
    while letters.at(end) == ' ' && more.len() < MAX_LENGTH {
        let Some(next) = Number::read(letters, end + 1) else { break };
        let fits = next.letters == 0 && next.hyphens == 0 && (3..=6).contains(&next.digits);
        if !fits || !finder.is_free(end, next.end) {
            break;
        }
        more.push_str(&next.value);
        end = next.end;
    }
    (end, more)
}

/// Finds numbers that show by their form what they are: `NL-48213`, `402-1234567-1234567`,
/// `1Z999AA10123456784`, `RR123456789CN`, `SO1234567`, an air waybill with its check digit.
pub(super) fn scan_shapes(finder: &mut Finder) {
    let letters = finder.letters;
    let mut index = 0;
    while index < letters.len() {
        let starts = letters.at(index).is_ascii_alphanumeric() && letters.is_boundary(index);
        let number = if starts { Number::read(letters, index) } else { None };
        let Some(number) = number else {
            index += 1;
            continue;
        };
        let joined = matches!(letters.before(index), '-' | '/' | '.' | '+' | '#' | '@');
        if !joined && !number.is_date && is_shape(finder, index, &number) {
            finder.push("order", index, number.end, Some(number.value));
        }
        index = number.end;
    }
}

/// Prefixes of standards, versions and models that look like those of orders.
const NOT_ORDERS: [&str; 9] = ["iso", "iec", "din", "rfc", "cve", "utf", "usb", "en", "type"];

fn is_shape(finder: &Finder, start: usize, number: &Number) -> bool {
    let parts: Vec<&[char]> = finder
        .folded(start, number.end)
        .split(|letter| matches!(letter, '-' | '/' | '_'))
        .collect();
    let digits = |part: &[char]| part.iter().all(char::is_ascii_digit);
    let alphabetic = |part: &[char]| part.iter().all(char::is_ascii_alphabetic);
    match parts.as_slice() {
        [prefix, rest @ ..]
            if !rest.is_empty() && (1..=5).contains(&prefix.len()) && alphabetic(prefix) =>
        {
            let name: String = prefix.iter().collect();
            number.digits >= 5
                && rest.iter().all(|part| digits(part))
                && !NOT_ORDERS.contains(&name.as_str())
        }
        [country, middle, last] if digits(country) && digits(middle) && digits(last) => {
            (country.len(), middle.len(), last.len()) == (3, 7, 7)
        }
        [airline, serial] if digits(airline) && digits(serial) => {
            (airline.len(), serial.len()) == (3, 8) && is_air_waybill(serial)
        }
        [['1', 'z', rest @ ..]] => rest.len() == 16 && number.digits >= 8,
        [code] => {
            let head = code.iter().take_while(|letter| letter.is_ascii_alphabetic()).count();
            let tail = code.iter().rev().take_while(|letter| letter.is_ascii_alphabetic()).count();
            let middle = code.len() - (head + tail).min(code.len());
            let plain = middle == number.digits;
            let postal = head == 2 && tail == 2 && number.digits == 9;
            let upper = (2..=4).contains(&head) && tail == 0 && number.digits >= 6;
            plain && (postal || (upper && !has_lower(finder.raw(start, number.end))))
        }
        _ => false,
    }
}

/// The last digit of an air waybill is the rest of the first seven modulo 7 (IATA).
fn is_air_waybill(serial: &[char]) -> bool {
    let mut digits = serial.iter().filter_map(|letter| letter.to_digit(10));
    let number = digits.by_ref().take(7).fold(0, |number, digit| number * 10 + digit);
    digits.next() == Some(number % 7)
}

fn has_lower(raw: &str) -> bool {
    raw.chars().any(char::is_lowercase)
}

/// Letters and digits with single hyphens, slashes or underscores inside, at least one digit.
struct Number {
    end: usize,
    digits: usize,
    letters: usize,
    hyphens: usize,
    is_year: bool,
    is_date: bool,
    value: String,
}

impl Number {
    fn read(letters: &Letters, start: usize) -> Option<Self> {
        let mut value = String::new();
        let (mut digits, mut others, mut hyphens) = (0, 0, 0);
        let mut end = start;
        loop {
            let letter = letters.at(end);
            match letter {
                '0'..='9' => digits += 1,
                'a'..='z' => others += 1,
                '-' | '/' | '_' if end > start && letters.at(end + 1).is_ascii_alphanumeric() => {
                    hyphens += 1;
                }
                _ => break,
            }
            if end - start == MAX_LENGTH {
                return None;
            }
            value.push(letter.to_ascii_uppercase());
            end += 1;
        }
        // Decimals, versions, times, shares: `17.2`, `10:30`, `15%`.
        let goes_on =
            matches!(letters.at(end), '.' | ',' | ':') && letters.at(end + 1).is_ascii_digit();
        let is_share = matches!(letters.at(end), '%' | '٪');
        if digits == 0 || !letters.is_boundary(end) || goes_on || is_share {
            return None;
        }
        let is_year = digits == 4
            && others + hyphens == 0
            && (value.starts_with("19") || value.starts_with("20"));
        let is_date =
            numeric(letters, start).is_some_and(|date| date.end >= end && date.value.is_some());
        Some(Self { end, digits, letters: others, hyphens, is_year, is_date, value })
    }
}
