### The report and other exports: headings, sentences, method.

## Title and facts

report-title = Growth scenarios: report
report-contents = Contents
report-closure = Closure: { $closure }
report-closure-output = output by its own growth
report-vintage = Data vintage: { $vintage }
report-date = Prepared on { $date }
report-scenarios-count = { $count } { $count ->
    [one] scenario
   *[other] scenarios
  }
report-scenarios-count-inside = { $count ->
    [one] one scenario
    [2] two scenarios
    [3] three scenarios
   *[other] { $count } scenarios
  }
report-table = Table { $number }
report-figure = Figure { $number }
report-figure-source = Source: { $study }; data vintage: { $vintage }; closure: { $closure }; computed with Kịch Bản { $version }, { $date }. { $cases }
report-figure-structure = Structure of { $gdp } in the last year
report-figure-of = { $title } – { $line }

## Sections

report-section-summary = Summary
report-section-scenarios = Questions and scenarios
report-section-assumptions = Assumptions that differ
report-section-results = Results
report-section-charts = Charts
report-section-targets = Against the targets
report-section-sources = Sources of the data
report-section-method = Method
report-section-origin = Where the figures come from

## Sentences

report-summary-opening = This report presents { $count }. Its figures are conditional: they hold if the assumptions { $section ->
    [0] of the scenarios
   *[other] of section { $section }
  } do, and they are no forecast.

report-table-answers = Answers: { $gdp } in { $year } ({ $unit })
report-answers-grdp = { $gdp }
report-answers-difference = Difference
report-answers-reference = Compared with
report-answers-band = 80% band
report-answers-growth = Growth { $period }, % a year
report-answers-source = If the assumptions of a scenario hold, the chance is 80% that { $gdp } lies in its band. Growth is that of { $gdp } at constant prices, on average. A dash stands where a scenario is compared with none, or has no band{ $likely ->
    [told] ; the section on how likely the targets are says why
   *[untold] { "" }
  }.

## The answer note

answer-page-save = Save as a document…
answer-note-subtitle = Answer note · { $study }
answer-note-section-question = Question
answer-note-section-about = What it is
answer-note-section-answer = Answer
answer-note-section-why = Why
answer-note-section-likely = How likely
answer-note-section-figures = In figures
answer-note-section-rests = What it rests on
answer-note-no-question = No question is written down for this scenario.
answer-note-answer = Under “{ $name }”, { $gdp } in { $year } comes to { $grdp } trillion { $money } (constant { $base } prices){ $compared ->
    [above] , { $gap } trillion { $money } ({ $percent }) more than under “{ $reference }”
    [below] , { $gap } trillion { $money } ({ $percent }) less than under “{ $reference }”
    [same] , the same after rounding as under “{ $reference }”
   *[alone] { "" }
  }; { $is-known ->
    [yes] if the assumptions hold, the chance is 80% that it lies between { $low } and { $high } trillion { $money }.
    [no] how likely that is cannot be computed, for the reason given below.
   *[untold] how likely that is cannot be computed.
  }
answer-note-no-answer = Under “{ $name }” there is no figure of { $gdp } in { $year }.
answer-note-differs = What differs most from “{ $reference }” is { $figure }: { $own } against { $other } ({ $difference }).
answer-note-growth = Average growth of { $gdp } in { $period } is { $growth } a year (constant { $base } prices){ $landing ->
    [above] , { $gap } percentage points above the target of { $wanted }% a year
    [below] , { $gap } percentage points below the target of { $wanted }% a year
    [same] , in line with the target of { $wanted }% a year
   *[none] { "" }
  }.
answer-note-why-reference = The other scenarios are compared with “{ $name }”, so no assumption sets it apart.{ $rests ->
    [told] {" "}The last section names the assumptions that move it most.
   *[untold] { "" }
  }
answer-note-why-opening = { $parts ->
    [one] What makes { $figure } differ from “{ $reference }” ({ $unit }):
   *[several] What makes { $figure } differ from “{ $reference }”, the largest part first ({ $unit }):
  }
answer-note-reason = { $name }: { $value } ({ $to } instead of { $from })
answer-note-reason-part = { $name }: { $value }
answer-note-reason-none = { $count ->
    [one] One more assumption differs and makes no difference in that year
   *[other] { $count } more assumptions differ and make no difference in that year
  }
answer-note-reason-rest = Other assumptions together ({ $count }): { $value }
answer-note-band = In 80% of { $draws } simulated paths { $gdp } in { $year } is between { $low } and { $high } trillion { $money } (constant { $base } prices), and in half of them it is below { $median }.
answer-note-no-bands = No band and no probability can be given: nothing in this scenario is simulated.
answer-note-no-probability = No band and no probability can be given. { $reason }
answer-note-chance = { $name }: { $chance } ({ $frequency })
answer-note-table = Main figures of { $year }
answer-note-table-points = Differences between percentages are in percentage points.
answer-note-table-signs = ≥ means at least, ≤ at most, ≈ near. A dash stands where the plan states no target.
answer-note-row = { $variable }, { $line }
answer-note-row-growth = { $gdp } growth { $period }, { $unit }
answer-note-rests-opening = The answer is conditional and no forecast: it holds as long as the following does.
answer-note-assumed = { $others ->
    [0] All { $all } inputs that can move { $figure } are assumed or set by the scenario.
   *[some] { $assumed } of the { $all } inputs that can move { $figure } { $assumed ->
        [1] is
       *[several] are
      } assumed or set by the scenario (from documents or calibration: { $others }).
  }
answer-note-support = { $name }, now { $now } ({ $origin }): from { $low } to { $high }, { $figure } goes from { $from } to { $to } { $unit }.
answer-note-remarks-more = { $count ->
    [one] One more remark is in the report.
   *[other] { $count } more remarks are in the report.
  }

## Scenarios and assumptions

report-scenarios-opening = Each scenario answers a question. Every scenario starts from a baseline and holds only what differs from it.
report-scenarios-opening-plain = Every scenario starts from a baseline and holds only what differs from it.
report-table-scenarios = Scenarios and their questions
report-table-scenarios-plain = The scenarios
report-table-assumptions = Assumptions in which the scenarios differ
report-assumptions-opening = { $count } between “{ $reference }” and the scenarios. Assumptions that are not in the table are the same in every column.
report-assumptions-source = “(inert)” marks an assumption that does nothing in the chosen closure.

## Results and targets

report-results-opening = The table sets the results of each scenario in { $year } beside “{ $reference }”; figures in brackets are more (+) or less (−) than “{ $reference }”.
report-table-results = Results in { $year }, differences in brackets
report-table-years = { $gdp } year by year ({ $unit }), growth on the previous year in brackets
report-years-mean = Average { $period }
report-table-targets = Targets of { $year } and the results of each scenario
report-table-targets-growth = Targets of growth and the results of each scenario
report-targets-opening = The tables set each target beside the results of the scenarios. A figure in brackets is the result less the target; where the target is a range, the difference is 0 inside it. Differences of shares and growth rates are in percentage points.
report-targets-source = The vintage of a target stands in square brackets. A share that does not state its prices is read at constant prices. The sign before a target says from which side it is met: ≥ this or more, ≤ this or less, ≈ as near as the distance behind ±, in the unit of the target.

## Plan audit and uncertainty

report-section-audit = Plan audit
report-section-why = Why the scenarios differ
report-why-opening = Each figure splits the difference in { $gdp } of the last year between a scenario and the reference into the part of each group of assumptions. The split does not depend on the order in which groups are taken, and the parts add up to the difference exactly.
report-tornado-opening = { $figure } shows how far each assumption of “{ $name }” moves { $gdp } of the last year from one end of its usual range to the other.
report-section-chances = How likely the targets are
report-audit-count = { $count } { $count ->
    [one] finding disagrees
   *[other] findings disagree
  }
report-audit-opening = The figures of the plan were set against each other, against the record and against their sources in { $all } comparisons: { $count }.
report-audit-explained = Explained: { $note }
report-table-audit = Where the figures disagree
report-chances-opening = Each scenario was run { $draws } times with random deviations of productivity. Bands and probabilities are conditional: they hold if the assumptions of the scenario do.
report-bands-of-case = { $name }: { $note }
report-table-bands = { $gdp } in { $year } by quantile ({ $unit })
report-bands-source = 50% is the median; from 10% to 90% is the 80% band.
report-table-shifts = Which inputs of the simulation move the chance, each by itself a quarter lower and a quarter higher: { $goal }, { $name }
report-table-chances = Probability of each target: { $name }

## Sources, origin

report-sources-opening = Observations, targets and parameters come from these sources. Figures that are derived or assumed are marked so in the program and in the accompanying workbook.
report-origin-opening = A fingerprint identifies all inputs of a run: two runs with the same fingerprint have the same results. This report carries the whole study; opened with Kịch Bản, it gives the scenarios back.
report-table-origin = Fingerprints of the scenarios

## Method

report-method-identity = { $employment ->
    [none] Output of a sector is its level of the base year, carried on by its own growth. There are no figures of employment by sector, so nothing is said of employment or productivity.
   *[some] Output of a sector is people times output per person.{ $capital ->
        [none] { "" }
       *[some] {" "}Output per person depends on total factor productivity (TFP), capital per person and skills.
      }
  } { $taxes ->
    [none] { $gdp } is the value added of all sectors, because there are no figures of product taxes.
   *[some] { $gdp } is the value added of all sectors and product taxes less subsidies.
  }
report-method-prices = { $capital ->
    [none] Output is at constant { $base } prices, so that
   *[some] Output, capital and investment are at constant { $base } prices, so that
  } sectors add up to { $gdp } and shares to 100%.{ $prices ->
    [none] {" "}There are no figures of prices, so nothing is said at current prices.
   *[some] {" "}Shares at current prices follow from each sector's price level.
  }
report-method-closures = The model has two closures. With productivity given, the path of productivity is assumed and TFP is what is left. With capital and TFP given, the path of TFP is assumed and productivity follows. The baseline is the same in both.
report-method-baseline = A baseline either meets the targets of the plan exactly or continues the trend from the latest actual year. The path through targets is the smoothest of all that meet them.
report-method-labour = Labour demand grows by sector, moves out of agriculture, and gains the jobs of projects one year after the money is spent. Where the labour constraint is on, every sector lacks the same part.
report-method-shocks = A shock takes a part of potential output; some of the loss stays, and the rest halves with every half-life. Deviations of the driving sector reach the others through local inputs.
report-method-land = Where the land limit is on, output in industrial parks does not exceed the land that can be occupied times value added a hectare.
report-method-investment = Ordinary investment is a part of { $gdp }, split over the sectors; project capital comes on top. Investment of a year works from the next year on.
report-method-limits = { $prices ->
    [none] { "" }
   *[some] Prices, wages and the exchange rate are assumptions.{" "}
  }The model has no budget and no quarters, and does not estimate spillovers of technology. The series are short: parameters that nobody publishes are marked as assumptions.

## The dialog of exports

export-heading = Export to files
export-form = Form
export-form-workbook = Workbook
export-form-note = Answer note
export-form-report = Report
export-form-charts = Charts
export-form-tables = Tables
export-about-workbook = One Excel file a scenario, with live formulas: change an assumption and the results recalculate.
export-about-note = The answer of each scenario on two pages at most: a Word file, a web page and a PDF.
export-about-report = One report on the chosen scenarios: a Word file, a web page and a PDF.
export-about-charts = Every chart of the window as SVG, PDF and PNG at 300 dpi.
export-about-tables = All figures as CSV (international, and as Vietnamese Excel reads it), JSON and Markdown.
export-cases = Scenarios
export-sections = Sections
export-language = Language of the export
export-folder = Folder
export-browse = Choose…
export-start = Export
export-no-case = Choose at least one scenario.
export-no-section = Choose at least one section.
export-no-folder = Choose a folder.
export-files = { $count } { $count ->
    [one] file
   *[other] files
  }
export-show-folder = Show the folder
notice-exported = Exported { $files } to { $path }.
notice-not-shown = The folder { $path } could not be shown. Open it in the file manager.
status-exporting = Exporting { $done } / { $total }
