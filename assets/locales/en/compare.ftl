### Compare: every word of the view Compare and of copying charts.

compare-heading = { $count ->
    [one] One scenario
   *[other] { $count } scenarios compared
}
compare-alone = Only one scenario is shown. Show more in the list on the left to compare them.
compare-variable = Quantity
compare-line = Sector
compare-measure = Measure
compare-layout = Layout
compare-prices = Prices
compare-prices-constant = Constant prices
compare-prices-current = Current prices
compare-axis = Vertical axis
compare-axis-linear = Linear
compare-axis-log = Log
compare-difference-by = Unit of the difference
compare-difference-value = Value
compare-difference-percent = %
compare-many = { $count } lines: more than eight in one chart cannot be told apart, so each scenario has a panel.
compare-log-refused = A log axis can only show values above zero; some here are zero or below, so the axis stays linear.
compare-no-percent = “{ $name }” is not above zero in { $year }, and per cent of such a base says nothing: differences stay in units.
compare-log-axis = log axis
compare-no-growth = No growth rate for what is already a ratio or can be zero. Choose “Level”.
compare-no-share = This quantity is not divided by sector. Choose value added or employment to see shares.
compare-no-index = No index, because the value in { $year } is zero, negative or missing.
compare-nothing-else = No scenario other than the base of comparison is shown.
compare-title-growth = { $name }: growth
compare-title-of = { $variable }: { $line }
compare-unit-growth = % on the previous year
compare-unit-growth-at = % on the previous year, { $prices }
compare-unit-index = index, { $year } = 100
compare-unit-index-at = index, { $year } = 100, { $prices }
compare-unit-percent-of = % of { $name }
compare-year-before = Previous year
compare-year-after = Next year
compare-year-hint = Click a chart to choose the year
compare-row-share-constant = Share of { $line }, constant prices
compare-row-share-current = Share of { $line }, current prices
compare-row-employment = Employment, { $line }
compare-row-productivity = Productivity, { $line }
compare-row-per-head = { $gdp } per head
compare-results-base = level in { $year }; no column of differences, because there is only { $name }
compare-inputs-none = The scenarios shown have the same assumptions throughout.
compare-inputs-count = { $count ->
    [one] One assumption differs
   *[other] { $count } assumptions differ
}
compare-inputs-about = { $count }; bold differs from { $name }
compare-baseline-row = Baseline
compare-marked-inert = { $value } (inert)
compare-span = { $value }, { $period }
compare-elsewhere = { $value }; other years: { $other }
compare-in-year = { $year }: { $value }
compare-from-to = { $first } → { $last }
compare-picture-files = PNG picture
compare-shared-axis = { $title } · all panels share one axis, from { $value }
