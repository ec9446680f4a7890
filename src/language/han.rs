//! Chinese characters: the old forms and the simplified ones, and those that only Japanese has.

/// Frequent characters of the People's Republic's list of 1964, each with its old form in
/// [`TRADITIONAL`].
const SIMPLIFIED: &str = "这们说时会来对发动开关还过没进问题电话机场钱买卖东车门见长书习语请谢让给错误单号码换货费达丢坏网络载应该为务员帐户账复联无现处点种样实图选择确认显设备热线经产质价优仓库运输订购录视频听爱欢乐兴难紧气飞银护边条两个从头几么间数将邮状类据删标启试传组证须内权读刚够钟评级论";
const TRADITIONAL: &str = "這們說時會來對發動開關還過沒進問題電話機場錢買賣東車門見長書習語請謝讓給錯誤單號碼換貨費達丟壞網絡載應該為務員帳戶賬復聯無現處點種樣實圖選擇確認顯設備熱線經產質價優倉庫運輸訂購錄視頻聽愛歡樂興難緊氣飛銀護邊條兩個從頭幾麼間數將郵狀類據刪標啟試傳組證須內權讀剛夠鐘評級論";

/// Forms of the Japanese list of 1946 and characters made in Japan, which Chinese does not write.
const JAPANESE: &str =
    "円気発駅込働売転択沢続験済実対図広変楽応録児毎渋桜払戻両単価軽関経総県営歳読様検専黒団閲覧塩";

/// The tag of a text in Chinese characters: `zh`, `zh-Hant` when more of them have the old form than
/// the simplified one, or `ja` when more are Japan's alone.
pub fn tag(text: &str) -> &'static str {
    let (mut simplified, mut traditional, mut japanese) = (0, 0, 0);
    for character in text.chars().filter(|character| *character >= '\u{3400}') {
        let is_new = SIMPLIFIED.contains(character);
        let is_old = TRADITIONAL.contains(character);
        simplified += usize::from(is_new && !is_old);
        traditional += usize::from(is_old && !is_new);
        japanese += usize::from(JAPANESE.contains(character) && !is_new && !is_old);
    }
    if japanese > simplified + traditional {
        "ja"
    } else if traditional > simplified {
        "zh-Hant"
    } else {
        "zh"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_simplified_character_has_its_old_form() {
        let pairs: Vec<_> = SIMPLIFIED.chars().zip(TRADITIONAL.chars()).collect();
        assert_eq!(SIMPLIFIED.chars().count(), TRADITIONAL.chars().count());
        assert!(pairs.iter().filter(|(new, old)| new == old).count() < 12);
    }

    #[test]
    fn forms_tell_who_writes() {
        assert_eq!(tag("我的订单还没到"), "zh");
        assert_eq!(tag("我的訂單還沒到"), "zh-Hant");
        assert_eq!(tag("返金希望"), "zh");
        assert_eq!(tag("払戻手続"), "ja");
    }
}
