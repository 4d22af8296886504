//! Parts of the conditions, as the rows of the inputs name them.

/// Parts of the conditions, each computed over all years; those whose inputs are unchanged are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ConditionParts(u16);

impl ConditionParts {
    /// None.
    pub const NONE: Self = Self(0);
    /// Population and labour supply (E1, E2).
    pub const PEOPLE: Self = Self(1);
    /// Core labour demand (E3).
    pub const DEMAND: Self = Self(1 << 1);
    /// Jobs and dollars of projects and anonymous FDI (E3, E15).
    pub const PROJECTS: Self = Self(1 << 2);
    /// Skills (E5).
    pub const SKILLS: Self = Self(1 << 3);
    /// Shocks (E9).
    pub const SHOCKS: Self = Self(1 << 4);
    /// Land (E10).
    pub const LAND: Self = Self(1 << 5);
    /// Price levels.
    pub const PRICES: Self = Self(1 << 6);
    /// Rationing and structural employment (E4).
    pub const RATIONING: Self = Self(1 << 7);
    /// Disbursement at constant prices (E15).
    pub const DISBURSEMENT: Self = Self(1 << 8);
    /// All.
    pub const ALL: Self = Self((1 << 9) - 1);

    /// These and others.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any of others is among these.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// These and what follows from them.
    pub(super) const fn with_followers(self) -> Self {
        let mut all = self;
        if all.has(Self::PEOPLE.with(Self::DEMAND).with(Self::PROJECTS)) {
            all = all.with(Self::RATIONING);
        }
        if all.has(Self::PROJECTS.with(Self::PRICES)) {
            all = all.with(Self::DISBURSEMENT);
        }
        all
    }
}
