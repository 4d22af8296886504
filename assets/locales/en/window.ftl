### The window: menus, views, assumptions, cards, charts, dialogs, status bar.

## The program

app-name = Kịch Bản
app-title = { $study } – Kịch Bản
app-title-unsaved = { $study } * – Kịch Bản
app-tagline = Planning scenarios for a province
app-version = Version { $version }

## Menus: headings

menu-file = File
menu-edit = Edit
menu-scenario = Scenario
menu-view = View
menu-help = Help

## Menus: File

menu-file-new = New study
menu-file-open = Open…
menu-file-open-recent = Open recent
menu-file-open-shipped = Open a shipped study
menu-file-save = Save
menu-file-save-as = Save as…
menu-file-note = Answer note…
menu-file-export = Export…
menu-file-quit = Quit

## Menus: Edit

menu-edit-undo = Undo
menu-edit-redo = Redo
menu-edit-undo-step = Undo: { $step }
menu-edit-redo-step = Redo: { $step }
menu-edit-find = Find an assumption

## Menus: Scenario

menu-scenario-duplicate = Duplicate…
menu-scenario-new-from = New from this…
menu-scenario-rename = Name and question…
menu-scenario-delete = Delete
menu-scenario-pin = Pin as baseline
menu-scenario-show = Show
menu-scenario-hide = Hide
menu-scenario-colour = Colour
menu-scenario-reset = Reset every assumption

## Menus: View

menu-view-language = Language
menu-view-language-vi = Tiếng Việt
menu-view-language-en = English
menu-view-theme = Theme
menu-view-theme-light = Light
menu-view-theme-dark = Dark
menu-view-renderer = Drawing, from the next start
menu-view-renderer-auto = Drawn with OpenGL where possible (next start)
menu-view-renderer-cpu = Drawn by the processor (next start)
menu-view-text-larger = Larger text
menu-view-text-smaller = Smaller text
menu-view-text-normal = Normal text
menu-view-left-column = Left column
menu-view-details = Details
menu-view-present = Present
menu-view-full-screen = Full screen
present-pages = Pages of the presentation
present-pages-about = Pages follow each other in this order; a page shows its view with the scenario and the display that were on screen when it was added.
present-pages-none = There is no list yet: the presentation goes through all views. Add what is on screen to begin a list of your own.
present-pages-add = Add what is on screen
present-page = Page { $number } of { $count }: { $name }
present-page-name = Name of page { $number }
present-page-raise = Up
present-page-raise-of = Move up: { $name }
present-page-remove = Remove
present-page-remove-of = Remove: { $name }
present-back = Page before
present-on = Next page
present-keys = ← → page · Esc leave
present-assumption-add = Show in the presentation
present-assumption-drop = Not in the presentation
present-assumptions-about = Assumptions to move before the room are chosen in the menu of an assumption; without a choice they are the first that the scenario sets and that act.

## Menus: Help

menu-help-shortcuts = Keyboard shortcuts
menu-help-tour = Quick tour

## Views

view-overview = Overview
view-compare = Compare
view-sectors = Sectors
view-targets = Targets
view-uncertainty = Uncertainty
view-audit = Plan audit
view-data = Data
view-table = Table
view-model = Model

## Scenario list

scenarios-heading = Scenarios
scenarios-figure = { $gdp } { $year }, trn { $money }
scenarios-add = New scenario from the selected one
scenarios-pinned = pinned
scenarios-new-name = Scenario { $number }
scenarios-copy-name = { $name } (copy)
scenarios-show = Show { $name }
scenarios-hide = Hide { $name }
scenarios-fold = Hide the scenarios under { $name }
scenarios-unfold = Show the scenarios under { $name }
scenarios-divider = Height of the list of scenarios

## Assumptions

levers-heading = Assumptions
levers-find-clear = Clear the search
levers-added-to = Added to { $from }% a year, average { $period }: together { $to }% a year
levers-only-different = Changes only
levers-find = Find an assumption
levers-none-found = No assumption matches “{ $text }”
levers-none-differ = This scenario changes no assumption yet
levers-changed = { $count } changed
levers-reset = Reset
levers-reset-to-parent = Reset to { $name }
levers-reset-to-default = Reset to default
levers-switch-to-capital = Switch to Capital
levers-beyond-soft = Beyond the usual range { $low } … { $high }
levers-beyond-hard = Must be within { $low } … { $high }
levers-on = on
levers-off = off

## Groups of assumptions

group-growth = Growth and productivity
group-labour = Labour and people
group-investment = Investment, FDI and projects
group-land = Land and parks
group-shocks = Shocks
group-prices = Prices and exchange rate

## Closures

closure-productivity = Labour × productivity
closure-capital = Capital
closure-productivity-about = Productivity is given; TFP is implied
closure-capital-about = TFP is given; productivity follows from capital, labour and skills
closure-capital-assumes = The capital closure rests on five unpublished assumptions: initial capital, elasticity, depreciation, the investment ratio and its split
closure-status = Closure: { $closure }

## Status of a figure

source-published = published
source-derived = derived
source-assumed = assumed
source-document = Source
source-condensed = condensed
source-note = Note

## History and projection

series-actual = actual
series-projected = projected

## Sectors and the lines of output

sector-taxes = Product taxes less subsidies
sector-total = Whole territory

## Cards

card-against-pinned = against { $baseline } (pinned)
card-against = against { $baseline } (pinned) and the targets of the plan
card-grdp = { $gdp } { $year }
card-growth = { $gdp } growth { $period }
card-other-series = { $year }: other series
card-other-series-told = The level of { $year }, from which it grows, is of the vintage “{ $first }”; the last actual level is of “{ $last }”.
card-share = { $line } share { $year }
card-employment = { $line } jobs { $year }
card-productivity = { $line } productivity { $year }
card-per-head = { $gdp } per head { $year }
card-target = Target { $value }
card-implied = Implied { $value }
card-baseline = { $name } { $value }
card-usd = { $value } USD

## Charts: how a figure is shown

display-level = Level
display-difference = Difference
display-growth = Growth
display-share = Share
display-index = { $year } = 100
display-overlay = Overlay
display-multiples = Small multiples

## Charts: titles and units

chart-output = Output by sector
chart-output-unit = trillion { $money }, constant { $base } prices
chart-growth = { $gdp } growth
chart-growth-unit = % on the previous year, constant { $base } prices
chart-employment = Employment in { $line }
chart-employment-unit = thousand persons · { $years } assumed
chart-employment-unit-plain = thousand persons
chart-share = Share of { $line } in { $gdp }
chart-share-unit-constant = %, constant { $base } prices
chart-share-unit-current = %, current prices
chart-axis-from = axis from { $value }
chart-no-series = No figures. Enter them under Data.
chart-copy-table = Copy the table
chart-save-picture = Save picture…
chart-reset-zoom = Reset the zoom
chart-keep-axis = Keep the vertical axis
chart-free-axis = Let the vertical axis follow again
chart-axis-kept = axis kept
chart-axis-left = axis kept, values lie outside
chart-described = { $title }, { $unit }

## Overview and compare

compare-base = base: { $name } (pinned)
compare-difference = Difference from { $name }
compare-results = Results and differences
compare-results-about = level in { $year } and above (+) or below (−) { $name }
compare-year = Year { $year }
compare-labour-margin = Labour margin
compare-assumptions = Assumptions that differ
why-by-group = By group
why-one-by-one = One by one
why-grouping = How a difference is divided
why-nothing-here = no change in { $year }; most in { $peak }: { $value }
why-nothing = no change in { $year }
compare-sums = Contributions sum to the difference: { $sum } = { $difference }

## Sectors

sectors-output = Output
sectors-employment = Employment
sectors-productivity = Labour productivity
sectors-capital = Capital
sectors-tfp = TFP
sectors-tfp-implied = Implied TFP
sectors-project-jobs = Project jobs

## Targets

targets-title = Targets and the growth still needed
targets-from = Year from which needed growth is counted
targets-from-year = From { $year }
targets-no-record = no record to compare with
targets-legend-record = growth in each past year
targets-legend-needed = needed, above every year
targets-legend-off-scale = off the scale
targets-grdp = { $gdp }
targets-grown = { $line } for { $wanted }, { $period }
targets-some-missing = “–”: that projection does not have the years of the target, or no level of the year before them is known.
targets-start-unknown = { $name } { $period } cannot be judged: no level of { $year } is known. State the level of { $year } among the observations.
targets-outside = Everything outside { $line }
targets-best = record { $value } ({ $year })
targets-legend-trend = assumed trend
targets-legend-trend-of-record = trend of the record
targets-legend-within = needed, within the record
targets-levels = Levels and the growth still needed
targets-levels-about = from the latest actual figure to each target, output at constant { $year } prices; gap of { $name }
targets-rates = Growth and shares
targets-rates-about = averages over their period; gap of { $name } in points
targets-none = The study states no target that scenarios can meet.
empty-to-targets = Add targets in Data
targets-more = { $count } more { $count ->
        [one] scenario is
       *[other] scenarios are
    } drawn; hide some to see every figure here.
targets-part = When part of a year is known
targets-part-about = enter the growth of the first months, read the growth needed in the rest
targets-part-line = Line
targets-part-wanted = Wanted for { $year }
targets-part-known = Growth of the first { $months } months
targets-part-months = Months known
targets-part-weight = Their part of last year’s output
targets-part-rest = The rest of { $year } must grow by { $value }.
targets-part-missing = Enter the growth of the known months.
targets-part-from-target = Wanted: the growth a year that the target of { $year } still needs.
targets-part-from-source = Known: { $source }.
targets-attained = Attainable
targets-overshot = Not attainable, over by { $gap }
targets-not-attained = Not attainable, short by { $gap }
targets-room = { $share } of the room
targets-at-bound = at its bound
targets-make-scenario = Make a scenario of the solution
targets-widen = Widen the bound of { $lever }…
targets-set-best = Set { $value }

## Plan audit

audit-title = Does the plan add up?
audit-disagree = { $count } { $count ->
        [one] disagrees
       *[other] disagree
    }
audit-agree = { $count } { $count ->
        [one] agrees
       *[other] agree
    }
audit-information = { $count } for information
audit-explained = { $count } explained
audit-below = below what is stated
audit-above = above the record or bound
audit-contradicts = contradictory or not stated
audit-agrees = agrees
audit-informs = information
audit-implied = Implied by these figures
audit-stated = Stated
audit-how = How it is computed
audit-in-words = In words
audit-go-to-target = Go to the target
audit-verdict-of = { $code } · { $title }
audit-no-records = No record of the study: the bound follows from the meaning of the figure.
audit-open-source = Show in Data
audit-groups = Which findings
audit-count = { $count } { $count ->
        [one] finding
       *[other] findings
    } from checks { $checks }

## Data and table

data-observations = Observations
data-targets = Targets
table-copy = Copy the table
data-back = Back to { $view }
audit-explain = Explanation
audit-explain-hint = Why may these figures differ?
audit-mark-explained = Mark as explained
audit-unmark-explained = No longer explained
edit-explain-finding = { $code } explained
edit-unexplain-finding = { $code } no longer explained
table-average = avg.
table-copied = { $rows } rows copied

## Model

model-symbol = Symbol
model-meaning = Meaning
model-unit = Unit
model-value = Value

## Dialogs

dialog-unsaved = Save the changes to “{ $study }”?
dialog-unsaved-about = Without saving, the changes since the last save are lost.
dialog-save = Save
dialog-discard = Discard
dialog-cancel = Cancel
dialog-ok = OK
dialog-close = Close
case-form-new = New scenario
case-form-known = Name and question
case-form-parent = Starts from { $name }
case-form-name = Name
case-form-short = Short name
case-form-short-about = Used in labels of charts and heads of tables. Without one the name is used, and cut where it is long.
case-form-question = Question it answers
case-form-question-hint = For example: What if the second plant comes two years late?
case-form-about = What it stands for
case-form-no-name = A scenario needs a name.
case-form-create = Create
dialog-delete = Delete “{ $name }”?
dialog-delete-children = The scenarios based on it are deleted as well: { $names }.
dialog-delete-action = Delete
dialog-recover-action = Open the automatic save
dialog-file-changed = The file was changed outside the program. Overwrite it?
dialog-overwrite = Overwrite
dialog-study-files = Kịch Bản studies

## Status bar

status-labour-margin = Labour supply { $year } exceeds jobs by { $value } thousand
status-labour-gap = Labour supply { $year } is { $value } thousand short of jobs
status-labour-gap-since = Labour supply falls short of jobs from { $since }, most in { $year }: by { $value } thousand
status-no-figures = No figures of { $names }: what rests on them is shown as a gap
status-findings = { $count } { $count ->
        [one] audit finding disagrees
       *[other] audit findings disagree
    }
status-warnings = { $count } { $count ->
        [one] warning
       *[other] warnings
    }
status-data = Data: { $vintage }
status-recomputed = Recomputed { $time }
status-before-error = Result before the error
status-drawn-by-cpu = No OpenGL: drawn by the processor
status-drawn-by-cpu-about = This computer has no usable OpenGL, so the processor draws the window. Everything works; only large windows are drawn a little more slowly. This is said once.

## Names of the icons, for tooltips and screen readers

icon-search = Find a command
icon-theme = Switch light and dark
icon-language = Language

## Names of edits, for the history

edit-set-lever = { $lever } · { $value }
edit-reset-lever = Reset { $lever }
edit-add-scenario = Add { $name }
edit-remove-scenario = Delete { $name }
edit-describe-case = Name and question: { $name }
edit-set-closure = Switch to { $closure }
edit-set-pin = Pin { $name }
edit-set-observation = Edit the observation { $name }
edit-set-target = Edit the target { $name }

## Additions of the window
series-target-caption = Target { $year }
series-implied-caption = Implied { $year }
series-target-period = target { $period }
chart-unit-difference = { $unit } · difference from { $name }
chart-unit-index = index, { $year } = 100
status-land-binds = Industrial land limits output from { $year }
status-employment-high = { $ratio } of the population employed in { $year }: unusually high
status-tfp = Implied TFP growth of { $line } is { $value } in { $year }: outside experience
status-spillover = Spillover would make { $line } negative in { $year }; held at 0
status-project-early = A project starts in { $year }, before the base year: it may be counted twice
status-starts-elsewhere = Observed output of { $line } in { $year } is { $observed }, but the projection starts from { $start } trillion { $money }; the parts do not add up to it
status-beyond-figures = The figures of the study end in { $last }; the years to { $end } only continue them
remark-of-case = Remark on { $scenario } ({ $closure }): { $remark }
remarks-title = Remarks
remarks-more = { $count ->
    [one] One more remark stands
   *[other] { $count } more remarks stand
} in the file beside the pictures.
notice-saved = Saved { $path }
notice-dismiss-all = Close all messages
notice-more = { $count ->
    [one] { $count } earlier message
   *[other] { $count } earlier messages
 }
notice-dismiss = Dismiss
dialog-path = File path
edit-reset-scenario = Reset { $name }
edit-set-visible = Show or hide { $name }
edit-set-slot = Colour of { $name }
about-model = A sectoral growth model of output, labour and shares; every equation is in the documentation.
card-against-targets = against the targets of the plan
series-joined-others = the others
series-joined-all = all
levers-field-name = { $name }: value
levers-find-short = Find…

## Details panel

details-heading = Details
details-parent = Stands on
details-settings = Assumptions of this scenario
details-no-settings = No assumption of its own: it equals the case on which it stands.
details-base-year = Base year
details-rule = How growth is found
details-rule-targets = meets the targets exactly
details-rule-growth = from assumed rates
details-rule-record = by the tested trend rule, from the study's own observations
record-about = Record: { $gdp } goes on at { $growth }% a year by the tested trend rule, from { $count } growth rates of { $first }–{ $last }.
record-follows-total = Fewer than { $needed } growth rates of their own, so that they grow as the whole economy does: { $lines }.
record-employment-assumed = Employment has no series that is long enough, and its growth is assumed: { $lines }.
record-short = Short record: { $years } years, and the rule was tested on { $needed } or more; no tested error is claimed.
details-implied = The plan states no target here: the number follows from other targets.
details-no-target = The study states no target for this figure.
details-target = Target
details-quote = Wording
view-parts = Sub-sectors
view-parts-about = Show a group of sectors by its parts in charts and tables
menu-file-rebase = New base year…
menu-file-vintage = Vintage of the record…
menu-file-moved = What moved…
grey-rebase = No year after the last actual one has the output of every sector.
grey-vintage = No second vintage has the output of every sector in the last actual year.
moved-unknown = What moved cannot be told
rebase-gaps-heading = { $year } lacks figures
rebase-gaps-about = Baselines would rest on figures among which these are missing, and these parts of the model would be unknown. Enter the figures first, in the vintage of the record, or go on without them:
rebase-gaps-allow = Go on without them
vintage-heading = Which vintage is the record?
vintage-about = Charts draw it as history, and baselines that rest on the present record rest on it. Figures of other vintages stay beside it in Data.
vintage-present = { $name } (now)
vintage-reason = Reason
vintage-choose = Take this vintage
