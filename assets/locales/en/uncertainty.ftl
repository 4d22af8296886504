### Uncertainty: ensembles, sensitivity, back-test.

## The view Uncertainty

uncertainty-title = Chance of reaching the targets
uncertainty-given = if { $name } holds
uncertainty-fan-of = Series of the chart
uncertainty-grdp = { $gdp }
uncertainty-share = Share
uncertainty-median = median
uncertainty-unit = { $unit } · { $draws } simulated paths
uncertainty-probability = Probability of each target
uncertainty-dot = each dot is one of 200 paths
uncertainty-crash = Count the risk of a crash
uncertainty-levers = Let levers with a low and a high value vary
uncertainty-own-volatility = My own volatility
uncertainty-running = Simulating { $progress }
uncertainty-stop = Stop
uncertainty-error = Monte Carlo error: the median of { $year } lies within { $interval } with 95% confidence.
uncertainty-volatility = If the volatility were another
uncertainty-volatility-band = 80% band: { $name }, { $year }.
uncertainty-volatility-about = Probability: { $goal }. 80% band: { $name }, { $year }.
uncertainty-volatility-assumed = as assumed
uncertainty-volatility-factor = { $factor } times the assumed
uncertainty-volatility-tested = as tested
uncertainty-volatility-factor-tested = { $factor } times the tested
uncertainty-volatility-no-drift = as assumed, without drift of the trend
uncertainty-shifts = Which inputs move the chance
uncertainty-refused = { $name } × { $factor }: no answer. { $reason }
uncertainty-shifts-about = Probability: { $goal }; each input by itself a quarter lower and a quarter higher, under the same random numbers.
uncertainty-shift-volatility = Volatility of every sector
uncertainty-shift-unstated = The study states none, so there is nothing to move.
uncertainty-target = Target whose probability is followed
uncertainty-sobol = Share of variance by assumption
uncertainty-sobol-about = Sobol index, first / total, of { $name } in { $year }; each assumption over its usual range, in every year.
uncertainty-sobol-told = first { $first }; total { $total }; 95% confidence intervals in brackets

## Inputs of the simulation

uncertainty-inputs = What the simulation is made of
uncertainty-input-simulation = Simulation
uncertainty-input-paths = Number of paths
uncertainty-input-paths-unit = paths
uncertainty-input-paths-origin = your choice
uncertainty-input-paths-about = More paths make the figures steadier and take longer.
uncertainty-input-paths-varied = While crashes or assumptions vary from path to path, at most { $most } paths are simulated, because each needs a run of its own.
uncertainty-input-volatility = Volatility, { $name }
uncertainty-input-correlation = Correlation, { $a } and { $b }
uncertainty-input-correlations = Correlation of sectors
uncertainty-input-pairs = { $count ->
    [one] one pair
   *[other] { $count } pairs
}
uncertainty-input-tail = Tail thickness
uncertainty-input-tail-unit = degrees of freedom
uncertainty-input-drift = Years of history behind the drift
uncertainty-input-crash-title = Risk of a crash
uncertainty-input-crash = Probability that a crash begins
uncertainty-input-depth = Depth of a crash (as in: { $name })
uncertainty-input-depth-none = Depth of a crash
uncertainty-input-own-title = The study's own volatility
uncertainty-input-by-hand = Set by hand afterwards.
uncertainty-input-coefficient = coefficient
uncertainty-input-none = not stated
uncertainty-input-idle-tested = These do not act with tested bands, whose width comes from the errors of the trend rule in other economies. Choose “My own volatility” to change them.
uncertainty-input-idle-crash = These act once “Count the risk of a crash” is on.
uncertainty-input-unstated = Pairs of sectors without a stated correlation count as uncorrelated, and disturbances of a sector without a stated autocorrelation have none.
uncertainty-input-refused = { $name } must be within { $range }; everything stays as it was.
uncertainty-input-whole = The number of paths must be a whole number; everything stays as it was.
uncertainty-input-data = Sources and notes in Data
uncertainty-levers-none = This scenario has no assumption with a low and a high value: give one in the menu of an assumption.

## The distribution of a year

distribution-title = Distribution of { $year }
distribution-bars = A bar holds the paths of a range { $width } wide; the highest holds { $share } of them.
distribution-told = 80% of the paths lie between { $low } and { $high } (coloured bars); half of them below { $median }.
distribution-bar = { $low } to { $high }: { $share } of the paths
distribution-outside = { $share } of the paths lie beyond both ends of the chart.
distribution-year = Year of the distribution

## Probability

chance-below-one = < 1%
chance-above-ninety-nine = > 99%
chance-frequency = about { $hits } of { $draws } paths; 95% confidence interval: { $interval }
chance-frequency-least = fewer than { $hits } of { $draws } paths; 95% confidence interval: { $interval }
chance-frequency-most = more than { $hits } of { $draws } paths; 95% confidence interval: { $interval }
chance-at-least = { $name } of { $value } or more
chance-at-most = { $name } of { $value } or less
chance-near = { $name } within { $within } of { $value }
chance-together = { $count ->
    [one] The only target ({ $vintage }, { $year })
    [2] Both targets together ({ $vintage }, { $year })
   *[other] All { $count } targets together ({ $vintage }, { $year })
}
chance-not-random = Not simulated, because nothing random moves it
bands-conditional = The bands are conditional on the scenario: policy, prices and the structure of the model are taken as given.
bands-tested = The bands of 80% are as wide as the tested ones, which on 42 economies cover about 80% of what came 5 and 10 years later (back-test on the GGDC 10-Sector Database).
bands-of-class = Short record: the bands are the tested ones of its volatility class ({ $class }) in 42 economies, because few years do not show a volatility; no tested error is claimed for it.
bands-class-calm = calm
bands-class-middle = middle
bands-class-volatile = volatile
bands-total-differs = No common movement of the sectors gives the total its tested band; the total's band follows from those of the sectors.
bands-own = The width of the bands is the study's own volatility, which is assumed.
bands-widest = Nobody has shown how volatile this economy is: fewer than five growth rates of the total before the base year, and the study does not state it for every sector. The bands are those of the most volatile third of 42 economies, the widest; no tested error is claimed for it.
bands-own-for-lack = The width of the bands is the study's own volatility, which is assumed: this baseline has fewer than five growth rates of the total before its base year, too few for tested bands.
bands-own-than-tested = In the last year { $gdp }'s band is { $ratio } times as wide as the tested one.
bands-tested-than-own = With my own volatility { $gdp }'s band in the last year would be { $ratio } times as wide.
bands-about = { $draws } simulated paths, seed { $seed }, random numbers from { $generator }.
bands-median = The deterministic path is the median of each sector's potential output. Sums of sectors, shares, and output that spillover reaches or that land or labour limits have medians of their own.
bands-paired = The difference from “{ $reference }” has a band of its own, because both scenarios meet the same luck: in 80% of { $draws } pairs of paths it is { $low } to { $high } ({ $unit }) for “{ $name }” in { $year }.
bands-median-and-path = { $name } in { $year }: median { $median }, deterministic path { $path }.
bands-crash = With the risk of a crash: the deterministic path is no longer the median.
bands-levers = With assumptions that vary between low and high: the deterministic path is no longer the median.

## Back-test

backtest-title = Back-test: { $path }
backtest-shown-about = { $path }: { $studies } studies of { $countries } economies, each made of the figures up to an origin with at least { $least } years behind it; value added inside the fan that the study shows.
backtest-about = Economies: { $countries }; origins from { $first } to { $last }, at least { $least } years with figures before each origin. Value added: { $output }; employment: { $employment }.
backtest-no-variable = none
backtest-bands-panel = Bands of the program: learnt from the errors of the panel's other economies, without the one that is tested (leave one out).
backtest-bands-shipped = Bands of the program: the multipliers that ship, because the panel has fewer than { $least } other economies to learn from.
backtest-kupiec-about = p: probability by Kupiec's test if coverage were as claimed. Origins overlap and economies share their shocks, so that p is lower than it should be.
backtest-gaps = { $count } rows have no usable value and count as gaps.
backtest-methods = Ways to project
backtest-thirds = The shipped bands by thirds of the projections of sectors
backtest-calm = calm past
backtest-middle-volatility = middle volatility
backtest-volatile = volatile past
backtest-small = small
backtest-middle-size = middle size
backtest-large = large
backtest-yes = yes
backtest-no = no
backtest-column-peers = Peers known
backtest-column-agriculture = Share of agriculture known
backtest-column-constant = Constant
backtest-column-own = Own trend
backtest-column-of-peers = Lead of the line in other economies
backtest-column-of-agriculture = Root of the share of agriculture
backtest-by-sector = The program by sector
backtest-tenths = In which tenth of the projected distribution outcomes fell (program, %; each tenth would be 10%)
backtest-method-program = program
backtest-method-program-shipped = program, shipped bands
backtest-method-shrinkage = mean of three trends (earlier rule)
backtest-method-own-trend = own trend
backtest-method-fixed-shares = fixed shares
backtest-method-random-walk = random walk
backtest-measure-value-added = value added
backtest-measure-employment = employment
backtest-scope-sectors = sectors
backtest-scope-total = total
backtest-column-cover = Covers { $level }%
backtest-column-multiplier = Multiplier for { $level }%
backtest-column-p = p { $level }%

error-panel-unreadable = The panel is not a table: { $detail }.
error-panel-unreadable-hint = Save it as CSV with a heading, and as many cells in each row.
error-panel-quote = Line { $line } of the panel: a quotation mark is opened here and never closed.
error-panel-quote-hint = Close the quotation mark, or delete it.
error-panel-year = Line { $line }: the year { $year } lies outside 1900 to 2100.
error-panel-year-hint = Write years as four digits of the common calendar, without day and month.
error-panel-mark = Line { $line }: “{ $value }” can be { $dot } or { $comma }, and no other value of the column settles which.
error-panel-mark-hint = Write the values without marks between thousands.
error-panel-column = The panel has no column { $column }; the columns read are: { $found }.
error-panel-column-hint = It needs the columns country, sector, year, variable and value; rename them in the heading.
error-panel-number = Line { $line }: the column { $column } is “{ $value }”, which is not a number.
error-panel-number-hint = Correct the cell; leave it empty or write NA where there is no figure.
error-panel-twice = Line { $line }: { $country }, { $sector }, { $year } stands twice for one variable.
error-panel-twice-hint = Delete one of the two rows.
error-panel-variable = No variable is value added at constant prices or employment; the variables read are: { $found }.
error-panel-variable-hint = Name the variables VA_Q (value added at constant prices) and EMP (employment).
error-panel-too-short = No series has { $least } years with figures and { $horizon } years after them; the longest has { $longest } years.
error-panel-too-short-hint = Use a longer panel, or lower --min-history or --horizons.
error-horizons-unreadable = “{ $value }” is not a list of numbers of years.
error-horizons-unreadable-hint = Write numbers from 1 to 50, such as 5,10.
error-lever-not-a-number = { $name } is not a number or a path by year, so it has no distribution.
error-lever-not-a-number-hint = Choose another lever; the command list levers names them.
error-nothing-to-vary = No assumption within its usual range moves { $name } in { $year }.
error-nothing-to-vary-hint = Choose another variable, sector, year or closure.
error-interrupted = The work stopped before its end.
error-interrupted-hint = Run the command again.
error-not-measured = Ensembles do not measure { $name }.
error-not-measured-hint = Choose one of: { $known }.
error-indices-not-measured = There are no sensitivity indices of { $name }.
error-indices-not-measured-hint = Choose with --variable one of: { $known }.
sensitivity-narrowed = { $name } is drawn from { $kept } instead of { $asked }: beyond that the model has no answer. { $reason }
sensitivity-narrowed-together = { $name } is drawn from { $kept } instead of { $asked }: farther out, together with { $with }, the model has no answer. { $reason }
sensitivity-left-out = { $name } ({ $asked }) is left out: the model has no answer where it moves. { $reason }
sensitivity-left-out-together = { $name } ({ $asked }) is left out: together with { $with } the model has no answer. { $reason }
error-nothing-to-draw = No assumption could be drawn. { $reasons }
error-nothing-to-draw-hint = Name other assumptions with --lever, or bring the scenario closer to what the model can answer.

## Command line

cli-option-volatility = Multiply the standard deviation of disturbances by this
cli-option-own-volatility = Take the study's own volatility for the bands instead of the tested bands
cli-option-no-drift = No persistent drift of the trend
cli-option-with = Also random: levers (those with a low and a high value), crash (the risk of one in each year)
cli-option-sector = Sector by id; the whole territory by default
cli-option-lever = Lever by id; repeat for several; those with most effect by default
cli-option-points = Points of each half of the design
cli-option-panel = CSV panel: economy, sector, year, variable, value
cli-option-horizons = Years ahead, such as 5,10
cli-option-min-history = Fewest years with figures before each origin
cli-option-learnt = Print the multipliers of the bands learnt from the whole panel
cli-option-after-2000 = Take what was learnt from outcomes to 2000, and score origins from 2000 on
cli-option-learnt-rule = Print the coefficients of the trend rule learnt from the whole panel
cli-option-shown-fan = Make a study of each economy and origin, and set the fan that it shows against what came
cli-table-ensemble = { $scenario }: ensemble, { $closure }
cli-table-chances = Probability of the targets
cli-table-sensitivity = { $scenario }: share of the variance of { $name } in { $year } by assumption, { $closure }
cli-table-runs = { $runs } runs; random numbers from { $generator }; 95% confidence intervals from 16 parts of the design.
sensitivity-noise = The first index of these assumptions is noise at this number of points (its interval holds zero, or lies above that of the total): { $names }. Read their total index.
sensitivity-sum = The first indices sum to { $sum }; true ones never exceed 1, so take them as rough.
