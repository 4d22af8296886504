### Taking figures of files into a study, and new studies.

## Steps and heads

import-title = Figures from a file
import-title-new = New study from a file
import-step-file = File
import-step-tables = Tables
import-step-cells = Cells and rows
import-step-questions = Questions
import-step-lines = Sectors
import-step-take = Check and take
import-unchanged = Nothing in the study has changed: taking is one step and can be undone
import-every-value = Every value keeps its file, sheet and cell
import-choose = Choose a file…
import-choose-other = Choose another file…
import-cancel = Cancel
import-back = Back
import-next-tables = Next: tables
import-next-cells = Next: look at cells
import-next-questions = Next: questions
import-next-take = Next: check and take
import-accept-all = Accept all proposals
import-accept-answers = Accept proposals and go on
import-take-figures = Take { $count } figures
import-take-study = Create the study
import-nothing-new = Close: nothing new
import-drop = Drop a file here, or choose one.
import-drop-about = Workbooks (.xlsx, .xls, .ods), text (.csv, .tsv), PC-Axis (.px) and XML 2003 as statistics offices publish them. From a spreadsheet, copy the cells with their heads and press Ctrl+V here.

## Tables

import-tables-found = Tables found
import-tables-count = { $ticked } of { $total } tables ticked
import-list-unfit = show { $count } that do not fit
import-hide-unfit = hide those that do not fit
import-fits = fits: { $labels } rows, { $sums } totals agree with their parts
import-fits-plain = fits: { $labels } rows
import-sheet-place = sheet { $sheet }
import-rows-place = rows { $first }–{ $last }
import-measure = What it measures
import-territory = Territory in the file
import-territory-none = not named
import-legend-head = heads and titles
import-legend-label = row labels
import-legend-value = figures
import-legend-total = totals that agree with their parts
import-legend-out = left out, no figures
import-legend-doubt = rests on a proposal
import-will-take = Cells that come in
import-estimates = Estimates and preliminary
import-sums-agree = Totals that agree with their parts
import-left-out-rows = Rows and columns left out

## Cells

import-chosen-none = Click a figure to see the cells that it rests on.
import-chosen-heads = heads and labels { $heads }
import-bar-taken = { $count } figures come in
import-bar-left = { $count } cells left out
import-bar-left-by = { $why }: { $count }
import-mark-estimate = estimate
import-mark-assumed = rests on a proposal
import-mark-missing = no value
import-mark-left = left out
import-count-left = Left out: { $why }
import-column-line = Line
import-column-cell = Cell
import-sum-ok = ✓ { $count } parts
import-no-table = No table is ticked.

## Questions

import-no-questions = Nothing has to be asked: every unit, year and price basis stands in the file.
import-must = must be answered
import-may = can wait
import-proposed = proposed
import-question-effect = Decides { $count } cells
import-question-of = Table “{ $title }”, sheet { $sheet }
import-question-of-file = The whole file
import-answer-other = Another answer
import-answer-set = Set

## Sectors

import-lines-about = Each label of the file and the line of the study that it stands for.
import-lines-detail = Sectors of the new study
import-detail-main = main sectors
import-detail-fine = all branches
import-role = Line of the study
import-role-total = Whole territory
import-role-taxes = Product taxes less subsidies
import-role-left = Left out
import-role-same = Sector “{ $name }”
import-role-group = Group “{ $name }”

## Check and take

import-change-new = new
import-change-same = already there, same value
import-change-revised = revised
import-change-beside = another vintage has another value
import-count-new = New figures
import-count-same = Already in the study with the same value
import-count-revised = Replace a value of the same vintage
import-count-beside = Stand beside a value of another vintage
import-vintage = Vintage
import-recipe = Keep the answers as
import-recipe-about = Next year’s file is then read with these answers, and only what is new is asked.
import-column-change = Against the study
import-column-before = In the study
import-column-now = In the file
import-frame = The study
import-frame-name = Name
import-frame-territory = Territory
import-frame-base = Last actual year
import-frame-horizon = Projected to
import-frame-price-base = Constant prices of
import-frame-growth = Growth a year where there is no record, %
import-frame-growth-about = Asked for only where the file has fewer than five growth rates of the total; the path is then called assumed, by you.
import-checks = Findings of the checks
import-checks-none = Sums, jumps and sizes: nothing found.

taking-file = { $form }, { $sheets }{ $converted }, { $tables }
taking-sheets = { $count ->
    [one] { $count } sheet
   *[other] { $count } sheets
}
taking-tables = { $count ->
    [one] { $count } table that fits a study
   *[other] { $count } tables that fit a study
}
taking-converted = , text converted from TCVN3
taking-conversion = “{ $before }” → “{ $after }”
taking-constant = { $quantity }, prices of { $year }
taking-unfit-level = not taken: indices, growth and shares follow from levels
taking-unfit-period = not taken: months and quarters
taking-unfit-year = not taken: no year is known
taking-unfit-unit = not taken: its unit measures nothing that a study has
taking-unfit-quantity = not taken: a study does not use what it is
taking-unfit-by-hand = { $name } does not come in from files: type it in Data where the plan needs it.
taking-not-taken = Not taken: { $name } ({ $place })
taking-other-investment = Investment
taking-other-exchange-rate = Exchange rate
taking-other-price-index = Price index
taking-other-trade = Exports and imports
taking-other-budget = Budget revenue and expenditure
taking-unfit-prices = not taken: its prices are not known
taking-unfit-empty = not taken: no values
taking-left-no-value = no value in the file
taking-left-no-line = its label stands for no line
taking-left-repeated = the same figure again
taking-left-contradicts = another cell brings the same figure with another value
taking-left-other-series = no one series with what the study has
taking-series-one = One series: go on with what the study has
taking-series-apart = Apart: beside what the study has, under a vintage with the name of the file
taking-series-left = Leave out
taking-revised-more = And { $count } more revised values: see the last step.
import-sheet-none = A file of this form has no sheet to look at; the figures on the right come straight from the file.
import-sheet-unreadable = The sheet of the file cannot be shown: { $why }
taking-row-hidden = hidden in the file
taking-row-technical = numbers of columns or codes
taking-row-no-label = figures without a label
taking-row-no-head = a column without a head
taking-row-repeated = the same row once more
taking-row-variant = a total without something
taking-row-note = notes
taking-by-name = by its name
taking-by-synonym = by another name of the branch
taking-by-sum = by the sum
taking-by-part = inside the line above
taking-by-person = as you said
taking-by-nothing = nothing found
taking-question = { $topic }?
taking-no-territory = The territory has no name.
taking-no-territory-hint = Name the territory of the study.
taking-no-output = No output by sector comes in.
taking-no-output-hint = Take a table of value added by sector.
taking-gap-in-base = Output of { $year } is missing for: { $lines }.
taking-gap-in-base-hint = Choose another base year, or leave these sectors out.
taking-no-price-base = The year of the constant prices is not known.
taking-no-price-base-hint = State it.
taking-no-growth = The file has fewer than five growth rates of the total, so that no record can be continued.
taking-no-growth-hint = State the growth that you assume, per cent a year.
taking-open-questions = { $count ->
    [one] One question must be answered first.
   *[other] { $count } questions must be answered first.
}

edit-take-figures = Figures from { $name }
edit-set-frame = Study “{ $name }”
menu-file-import = Figures from a file…
dialog-office-files = Files of statistics offices
taking-open-questions-hint = Answer them in the window, or in a file of answers by their ids.

cli-new-about = Make a study of files of statistics offices
cli-import-about = Show what files would change in a study; with --out, write it
cli-option-territory = Territory: as the file writes it, or the name of the new study's
cli-option-vintage = Vintage under which figures come in
cli-option-recipe = Keep the answers in the study under this name
cli-option-name = Name of the new study
cli-option-base-year = Last actual year
cli-option-horizon = Last projected year
cli-option-price-base = Year of constant prices
cli-option-growth = Assumed growth a year, per cent, where there is no record
cli-option-sectors = Sectors: the main ones, or all branches
column-change = Against the study
column-before = In the study
column-sheet = Sheet
column-cell = Cell
taking-remainder = In { $year } the sectors leave { $share } of the total over.
taking-remainder-hint = Say that it is product taxes less subsidies, or take the table that has them.
import-frame-remainder = What is left of the total is product taxes less subsidies
import-into-study = Into the open study
import-as-study = A new study
import-goal = What for
import-type = Type or paste figures…
import-type-blank = A blank province: type figures…
import-type-title = Figures by hand
import-typed-about = A row is a line, a column a year. Paste a block from a spreadsheet into any cell; an empty cell is a gap.
import-typed-quantity = Quantity
import-typed-unit = Unit
import-typed-first = First year
import-typed-last = Last year
import-typed-add = Add a row
import-typed-line = Line { $number }
import-typed-cell = { $line }, { $year }
import-typed-next = Next: check and take
import-typed-empty = No cell holds a number.
import-typed-empty-hint = Type or paste figures, or cancel.
import-typed-word = { $line }, { $year }: “{ $text }” is no number.
import-typed-word-hint = Type a number, or empty the cell: it is then a gap.
import-typed-no-name = Row { $row } holds figures and its line has no name.
import-typed-no-name-hint = Name the line, or empty the cells of the row.
import-typed-growth = { $line }: { $growth }
import-typed-growth-hint = If it is right, press the button again to go on; if not, correct the cell.
taking-unusual-growth = From { $before } in { $from } to { $after } in { $to } is { $growth } in one year.
import-typed-name = typed
import-shipped = A shipped study
cli-option-country = The territory is a whole country, the sum of whose lines is GDP
cli-option-remainder-is-taxes = What is left of the total after the sectors is product taxes less subsidies
import-sector-agriculture = Agriculture, forestry and fishery
import-sector-industry = Industry and construction
import-sector-services = Services

missing-heading = Missing
missing-count = { $count ->
    [one] { $count } kind of figure
   *[other] { $count } kinds of figures
}
missing-enter = Enter…
needed-gap-employment = needed for employment, productivity, the capital closure
meanwhile-gap-employment = meanwhile gaps, no estimate: growth runs on output
needed-gap-skills = needed for the assumption on training
meanwhile-gap-skills = meanwhile that assumption does nothing
needed-gap-population = needed for { $gdp } per head, labour supply
meanwhile-gap-population = meanwhile gaps
needed-gap-labour-supply = needed for labour supply and shortage of labour
meanwhile-gap-labour-supply = meanwhile gaps
needed-gap-capital = needed for the capital closure, TFP, ICOR
meanwhile-gap-capital = meanwhile only the productivity closure
needed-gap-investment = needed for investment, ICOR, the capital closure
meanwhile-gap-investment = meanwhile gaps
needed-gap-prices = needed for shares at current prices, US dollars
meanwhile-gap-prices = meanwhile constant prices alone
needed-gap-exchange-rate = needed for values in US dollars, FDI projects
meanwhile-gap-exchange-rate = meanwhile gaps
needed-gap-product-taxes = needed for a { $gdp } that includes product taxes
meanwhile-gap-product-taxes = meanwhile { $gdp } is the sum of the sectors
needed-gap-land = needed for the limit of industrial land
meanwhile-gap-land = meanwhile no limit acts

menu-file-frame = This study…
frame-heading = This study
frame-kind = What it is
frame-kind-province = Province ({ $product })
frame-kind-country = Country ({ $product })
frame-currency = Currency (three letters)
frame-currency-vi = its word in Vietnamese
frame-currency-en = its word in English
frame-note = What it is about
frame-sectors = Sectors: name, and name for tight places
frame-sector-name = Name of sector { $number }
frame-sector-short = Short name of sector { $number }
frame-sources = Sources: document, and date, page or address
frame-source-title = Title of source { $number }
frame-source-locator = Place of source { $number }
frame-source-hint = date, page, address
frame-source-add = Add a source
frame-source-new = New document
recipes-heading = Remembered ways of reading files
recipes-none = No way of reading a file is remembered.
recipes-name = Name of recipe { $number }
recipes-delete = Delete
recipes-delete-one = Delete recipe { $name }
recipes-tables = { $count ->
    [one] { $count } table
   *[other] { $count } tables
}
recipes-labels = { $count ->
    [one] { $count } label
   *[other] { $count } labels
}
recipes-table = Table “{ $title }”: { $units }, { $years }
recipes-answer = { $topic }: { $answer }
scenarios-add-plan = Plan path from targets…
scenarios-add-catch-up = Catch-up to the targets…
baseline-heading-catch-up = Catch-up to the targets
baseline-name-catch-up = Catch-up to { $year }
baseline-heading = Plan path from targets
baseline-name = Plan path
baseline-about = A baseline that meets the targets of the chosen years exactly. Type targets in Data first: for each year a level and a share of one line, or of the total.
baseline-observed = Vintage of the actual figures
baseline-targets = Vintage of the targets
baseline-years = Years to meet
baseline-residual = Who takes what the targets leave
baseline-spread = all lines without targets, by their uncertainty
needed-gap-reallocation = needed for the assumption that labour moves between sectors
meanwhile-gap-reallocation = meanwhile that assumption does nothing
taking-form-text = Text
data-vintages-known = Vintages of the study
