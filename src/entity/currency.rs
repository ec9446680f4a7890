//! Signs, codes and names of currencies, and the words for thousands and millions.

use std::sync::OnceLock;

use crate::text::phrases::Phrases;

/// A currency as a text names it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Currency {
    /// ISO 4217; `IRT` for toman; empty where the word stands for several currencies.
    pub(super) code: &'static str,
    /// Whether it may stand before the number.
    pub(super) leads: bool,
}

/// Signs and codes: they stand before or after the number.
const SIGNS: &[(&str, &str)] = &[
    ("USD", "$|us$|usd|us dollar"),
    ("EUR", "€|eur|euro|ευρω|ευρώ"),
    ("GBP", "£|gbp"),
    ("INR", "₹|inr|rs|rs.|re.|रु|रु.|रू|रू.|రూ|రూ.|ரூ|ரூ."),
    ("KRW", "₩|krw|￦"),
    ("IRR", "﷼|irr|ریال|ريال"),
    ("IRT", "irt|تومان|تومن|toman|tomans"),
    ("JPY", "¥|jpy"),
    ("CNY", "￥|cny|rmb|人民币"),
    ("RUB", "₽|rub"),
    ("TRY", "₺|try|tl"),
    ("UAH", "₴|uah"),
    ("ILS", "₪|ils|nis"),
    ("VND", "₫|vnd"),
    ("THB", "฿|thb"),
    ("PHP", "₱|php"),
    ("NGN", "₦|ngn"),
    ("BDT", "৳|bdt"),
    ("BRL", "r$|brl"),
    ("AUD", "a$|au$|aud"),
    ("CAD", "c$|ca$|cad"),
    ("NZD", "nz$|nzd"),
    ("HKD", "hk$|hkd"),
    ("SGD", "s$|sgd"),
    ("TWD", "nt$|twd"),
    ("MXN", "mx$|mxn"),
    ("CHF", "chf|sfr."),
    ("SEK", "sek"),
    ("NOK", "nok"),
    ("DKK", "dkk"),
    ("PLN", "pln"),
    ("CZK", "czk"),
    ("HUF", "huf"),
    ("RON", "ron"),
    ("BGN", "bgn"),
    ("ZAR", "zar"),
    ("KES", "kes|ksh"),
    ("EGP", "egp"),
    ("AED", "aed|dhs"),
    ("SAR", "sar"),
    ("IDR", "idr|rp|rp."),
    ("MYR", "myr|rm"),
    ("PKR", "pkr"),
    ("ARS", "ars"),
    ("COP", "cop"),
    ("CLP", "clp"),
    ("PEN", "s/|s/."),
    ("", "kr|kr."),
];

/// Names: they stand after the number, since before it many of them are ordinary words.
const NAMES: &[(&str, &str)] = &[
    (
        "USD",
        "dollar|dollars|bucks|dólar|dólares|dollari|доллар*|달러*|불*|डॉलर|డాలర్*|డాలరు*|دلار|δολάρι*|ドル|美元|美金|دولار*|dolar|dolarów|đô la",
    ),
    ("EUR", "euros|евро|유로*|यूरो|యూరో*|یورو|ユーロ|欧元|歐元|يورو"),
    ("GBP", "pounds|quid|pfund|livres|libras|sterline|파운드*|पाउंड|పౌండ్*|پوند|λίρες|英镑|ポンド"),
    (
        "INR",
        "rupee|rupees|rupien|रुपये|रुपए|रुपया|रुपयों|रूपये|रुपयांचे|రూపాయ*|రూపాయల*|ரூபாய்*|روپیه|روپے|루피*|卢比",
    ),
    ("KRW", "won|원*|ウォン|韩元|韓元|वॉन|وون"),
    ("IRR", "rial|rials"),
    ("JPY", "yen|円|엔*|येन|ین|日元"),
    ("CNY", "yuan|元|块|塊|块钱|위안*|युआन|یوان"),
    ("RUB", "руб|руб.|рублей|рубля|рубль|rubel|루블*"),
    ("TRY", "lira|lirası|liraya|لیر|리라*"),
    ("UAH", "гривень|гривні|грн"),
    ("PLN", "zł|zl|złoty|złotych|zlotych"),
    ("CZK", "kč|korun"),
    ("HUF", "ft|forint"),
    ("RON", "lei"),
    ("BGN", "лв|лв.|лева"),
    ("VND", "đ|đồng|vnđ"),
    ("THB", "baht|บาท"),
    ("ILS", "shekel|shekels|שקל|שקלים|ש\"ח"),
    ("BRL", "reais"),
    ("ZAR", "rand"),
    ("AED", "dirham|dirhams|درهم|درهما"),
    ("BDT", "taka|টাকা"),
    ("IDR", "rupiah"),
    ("MYR", "ringgit"),
    ("CHF", "franken|francs suisses"),
    ("", "pesos|kronor|kroner|kronen|riyal|riyals"),
];

/// Thousands in languages in which the word is also another one: `€20 bin ich` is no Turkish thousand.
const SHARED_POWERS: &str = "bin|mil|mille|mila";

/// Powers of ten as words.
const POWERS: &[(usize, &str)] = &[
    (
        3,
        "k|thousand|tsd|tausend|tys|тыс|тыс.|тысяч|천*|हज़ार|हजार|వేల*|వెయ్యి|هزار|χιλιάδες|ألف|千|ribu|nghìn",
    ),
    (4, "만*|万|萬"),
    (5, "lakh|lakhs|लाख|లక్ష*"),
    (
        6,
        "m|mn|mio|million|millions|millionen|millones|milhões|milioni|миллион*|млн|मिलियन|میلیون|εκατομμύρια|مليون|milyon|백만*|百万|juta|triệu",
    ),
    (7, "crore|crores|cr|करोड़|करोड|కోట్ల*|కోటి|천만*"),
    (8, "억*|億|亿"),
];

/// The currencies; longer spellings win.
pub(super) fn currencies() -> &'static Phrases<Currency> {
    static WORDS: OnceLock<Phrases<Currency>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let of = |leads| {
            move |(code, words): &(&'static str, &'static str)| (Currency { code, leads }, *words)
        };
        Phrases::new(SIGNS.iter().map(of(true)).chain(NAMES.iter().map(of(false))))
    })
}

/// A power of ten as a text names it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Power {
    /// The exponent.
    pub(super) exponent: usize,
    /// Whether the word means it wherever it stands, not just before a currency.
    pub(super) sure: bool,
}

/// Words for powers of ten.
pub(super) fn powers() -> &'static Phrases<Power> {
    static WORDS: OnceLock<Phrases<Power>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let sure = POWERS
            .iter()
            .map(|(exponent, words)| (Power { exponent: *exponent, sure: true }, *words));
        let shared = (Power { exponent: 3, sure: false }, SHARED_POWERS);
        Phrases::new(sure.chain([shared]))
    })
}
