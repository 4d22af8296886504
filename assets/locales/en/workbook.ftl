### The workbook: names of sheets, headings, notes.

export-date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
} { $year }

## Sheets

workbook-sheet-about = About
workbook-sheet-assumptions = Assumptions
workbook-sheet-model = Model
workbook-sheet-results = Results
workbook-sheet-charts = Charts
workbook-sheet-targets = Targets
workbook-sheet-comparison = Comparison
workbook-sheet-check = Check
workbook-sheet-sources = Sources
workbook-sheet-exported = Exported

workbook-about-assumptions = Every input of the model. Change a yellow cell and output, employment and shares recalculate. A grey cell cannot be changed here and says why.
workbook-about-model = Equations E1–E16 year by year, as live formulas.
workbook-about-results = Recalculated results by sector, in the units in which they are read.
workbook-about-charts = Charts of the recalculated results.
workbook-about-targets = Targets of the plan, and how far the results land from each. The sign before a target says from which side it is met: ≥ this or more, ≤ this or less, ≈ as near as the distance behind ±, in the unit of the target.
workbook-about-comparison = The scenario beside the baseline “{ $name }”.
workbook-about-comparison-short = The scenario beside its baseline.
workbook-about-check = The program's figures beside the recalculated ones. The verdict is TRUE while the file is as exported.
workbook-about-sources = Sources of the figures, and what a reader must know.

workbook-about-question = Question
workbook-about-baseline = Baseline
workbook-about-closure = Closure
workbook-about-date = Exported on
workbook-about-origin = Origin
workbook-about-sheets = Sheets
workbook-about-colours = Colours

workbook-legend-input = An assumption, to be changed at will. A changed cell turns orange.
edited-cells = { $count ->
    [one] One assumption was edited in this workbook since it was exported. The study that was opened does not have it; set it again here:
   *[other] { $count } assumptions were edited in this workbook since it was exported. The study that was opened does not have them; set them again here:
  }
edited-cell = { $label } ({ $place }): { $exported } → { $found }, { $unit }
edited-cell-nothing = empty
edited-cells-more = { $count ->
    [one] and one more
   *[other] and { $count } more
  }
workbook-legend-fixed = A figure that cannot be changed here. The cell says why when it is selected.
workbook-fixed-title = Cannot be changed here
workbook-fixed-calibration = Growth paths of the baseline were calibrated on this figure, and a spreadsheet does not calibrate again. Change it in Kịch Bản, then export anew.
workbook-fixed-contained = The baseline already contains this project, and this is its share. Change the project in Kịch Bản, then export anew.
workbook-fixed-source = Workers who move to another sector leave this one: always all of them.
workbook-legend-calibrated = An input that calibration found: it can be changed, but the file does not calibrate again.
workbook-legend-given = A figure of the program or of the plan, for comparison.
workbook-legend-result = The result of a formula.

## Heads of columns

workbook-target = Target for

## Blocks of assumptions

workbook-block-switches = Closure and switches
workbook-block-base-year = Base year { $year }
workbook-block-parameters = Parameters
workbook-block-growth = Growth and skills
workbook-block-money = Investment, taxes, prices and exchange rate
workbook-block-projects = Projects
workbook-block-fdi = FDI without a named project
workbook-block-employment = Employment

workbook-status-calibrated = calibrated
workbook-status-scenario = scenario

## Rows

workbook-row-year = Year
workbook-closure-switch = Closure: 0 = productivity given, 1 = capital and TFP given
workbook-productivity-growth = Productivity growth in the baseline: { $name }
workbook-output-growth = Output growth in the baseline: { $name }
workbook-tfp-growth = TFP growth in the baseline: { $name }
workbook-labour-growth = Growth of labour demand in the baseline: { $name }
workbook-reference-output = Output of the baseline: { $name }
workbook-project-start = First year of disbursement: { $name }
workbook-project-jobs = Jobs per registered million USD: { $name }
workbook-project-premium = Productivity over that of an ordinary job: { $name }
workbook-project-profile = Part disbursed in year { $year }: { $name }
workbook-project-contained = Amount that the baseline contains: { $name }
workbook-project-contained-start = First year in the baseline: { $name }
workbook-project-contained-realised = Disbursement ratio in the baseline: { $name }
workbook-fdi = FDI without a named project
workbook-park-ramp = Years to fill: { $name }
workbook-core-demand = Labour demand outside projects: { $name }
workbook-part-of-sum = { $name }, part { $number } of the sum
workbook-jobs-of = Jobs: { $name }
workbook-disbursed-of = Disbursement: { $name }
workbook-fdi-disbursed = Disbursement of FDI without a named project: { $name }
workbook-fdi-jobs = Jobs of FDI without a named project: { $name }
workbook-effective-jobs = Project jobs weighted by productivity: { $name }
workbook-growth-added = Added growth, gain from green conversion included: { $name }
workbook-given-productivity = Given productivity: { $name }
workbook-given-output = Given output: { $name }
workbook-given-tfp = Given TFP: { $name }
workbook-demanded = Output after shocks: { $name }
workbook-land-productivity = Value added per occupied hectare
workbook-park-area = Land that can be occupied: { $name }
workbook-demanded-on-land = Output that needs park land
workbook-within-land = Output within the land limit: { $name }
workbook-ordinary-investment = Ordinary investment
workbook-difference = { $name }: difference

## Check

workbook-check-changed = Assumption cells changed
workbook-check-gap = Largest relative difference
workbook-check-tolerance = Allowed
workbook-check-verdict = Still as exported
workbook-check-program = { $name }: program
workbook-check-recalculated = { $name }: recalculated
workbook-check-difference = { $name }: relative difference

## Notes

workbook-notes = Notes
workbook-note-prices = Output, capital and investment are at constant { $year } prices; shares are given at constant and at current prices.
workbook-note-calibrated = Growth paths of the baseline were calibrated by the program and are inputs here; this file does not calibrate again.
workbook-note-closures = With productivity given, investment does not change output; with capital and TFP given, it changes capital from the next year on.
workbook-note-land = The limits of land and of labour act only while their switches are 1.
