//! The figures that the equations give a name: what a row of a workbook or a symbol of the model stands for.

/// A figure of the model in a year; numbers are positions of sectors, projects or parks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is the figure of its equation, in `equations`")]
pub enum ModelFigure {
    Population,
    LabourSupply,
    CoreDemand(usize),
    ProjectJobs(usize),
    ProjectDisbursement(usize),
    RegistrationJobs(usize),
    RegistrationDisbursement(usize),
    Jobs(usize),
    EffectiveJobs(usize),
    LabourDemand,
    Rationing,
    StructuralEmployment(usize),
    Skills(usize),
    Shock(usize),
    PriceLevel(usize),
    TaxPriceLevel,
    Capital(usize),
    GrowthAdded(usize),
    Productivity(usize),
    Tfp(usize),
    PotentialOutput(usize),
    DemandedOutput(usize),
    LandProductivity,
    ParkArea(usize),
    LandArea,
    LandCapacity,
    DemandedOnLand,
    OutputWithinLand(usize),
    Output(usize),
    Employment(usize),
    GrossValueAdded,
    ProductTaxes,
    Grdp,
    OrdinaryInvestment,
    Disbursement(usize),
    Investment(usize),
}

/// A figure in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ModelTerm {
    /// The figure.
    pub figure: ModelFigure,
    /// Position of the year, the base year first.
    pub index: usize,
}

impl ModelFigure {
    /// The figure in a year.
    #[must_use]
    pub const fn at(self, index: usize) -> ModelTerm {
        ModelTerm { figure: self, index }
    }
}
