//! The signals a message can give.

/// What a message can say of itself. The names are those of the TypeScript API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignalName {
    /// Unhappy with what was delivered.
    Complaint,
    /// Needs action now.
    UrgentRequest,
    /// Names a time by which.
    Deadline,
    /// Something is down or broken.
    Outage,
    /// Wrote before, or waits for an answer.
    RepeatContact,
    /// Money lost, taken twice, not returned.
    Money,
    /// Hacked, fraud, stolen, leaked.
    Security,
    /// Leaves or threatens to.
    Churn,
    /// Lawyer, court, regulator.
    Legal,
    /// Injury, fire, allergy, danger.
    Safety,
    /// Press, viral.
    Reputation,
    /// Likes it.
    Praise,
    /// Says thanks.
    Thanks,
    /// Asks something.
    Question,
    /// Wants to buy.
    PurchaseIntent,
    /// About the whole trade.
    Industry,
    /// Promotion, scam, chain message, gibberish.
    Spam,
    /// Out of office, bounce, receipt.
    AutoReply,
    /// Insults aimed at people.
    Abuse,
}

impl SignalName {
    /// All signals, in the order of the API.
    pub const ALL: [Self; 19] = [
        Self::Complaint,
        Self::UrgentRequest,
        Self::Deadline,
        Self::Outage,
        Self::RepeatContact,
        Self::Money,
        Self::Security,
        Self::Churn,
        Self::Legal,
        Self::Safety,
        Self::Reputation,
        Self::Praise,
        Self::Thanks,
        Self::Question,
        Self::PurchaseIntent,
        Self::Industry,
        Self::Spam,
        Self::AutoReply,
        Self::Abuse,
    ];

    /// The name in the API.
    ///
    /// ```
    /// use hotcold::model::signal::SignalName;
    /// assert_eq!(SignalName::RepeatContact.as_str(), "repeat_contact");
    /// ```
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Complaint => "complaint",
            Self::UrgentRequest => "urgent_request",
            Self::Deadline => "deadline",
            Self::Outage => "outage",
            Self::RepeatContact => "repeat_contact",
            Self::Money => "money",
            Self::Security => "security",
            Self::Churn => "churn",
            Self::Legal => "legal",
            Self::Safety => "safety",
            Self::Reputation => "reputation",
            Self::Praise => "praise",
            Self::Thanks => "thanks",
            Self::Question => "question",
            Self::PurchaseIntent => "purchase_intent",
            Self::Industry => "industry",
            Self::Spam => "spam",
            Self::AutoReply => "auto_reply",
            Self::Abuse => "abuse",
        }
    }

    /// The signal of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|signal| signal.as_str() == name)
    }

    /// A few plain words for a person.
    pub fn label(self) -> &'static str {
        match self {
            Self::Complaint => "complaint",
            Self::UrgentRequest => "needs help now",
            Self::Deadline => "deadline",
            Self::Outage => "something is broken",
            Self::RepeatContact => "contacted before, no answer",
            Self::Money => "money lost",
            Self::Security => "security or fraud",
            Self::Churn => "may leave",
            Self::Legal => "legal threat",
            Self::Safety => "danger to people",
            Self::Reputation => "could spread",
            Self::Praise => "praise",
            Self::Thanks => "thanks",
            Self::Question => "question",
            Self::PurchaseIntent => "wants to buy",
            Self::Industry => "about the industry",
            Self::Spam => "spam",
            Self::AutoReply => "automatic reply",
            Self::Abuse => "abuse",
        }
    }

    /// Whether the signal speaks for hot; the others speak for cold or for neither.
    pub fn is_hot(self) -> bool {
        self <= Self::Reputation
    }

    /// Whether a hot message with this signal is urgent whatever its score.
    pub fn is_critical(self) -> bool {
        matches!(self, Self::Security | Self::Safety | Self::Legal | Self::Outage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_their_signals() {
        for signal in SignalName::ALL {
            assert_eq!(SignalName::parse(signal.as_str()), Some(signal));
        }
        assert_eq!(SignalName::parse("anger"), None);
    }
}
