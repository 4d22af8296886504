### Questions: what would have to be true, which assumption did it, what matters most.

## Groups of assumptions

cause-baseline = Baseline
cause-projects = Projects
cause-shocks = Shocks
cause-skills = Skills
cause-productivity = Productivity
cause-labour-supply = Labour supply
cause-land = Industrial land
cause-investment = Investment
cause-labour-demand = Labour demand
cause-spillover = Spillover
cause-prices = Prices

## Factors and methods

factor-tfp = TFP
factor-capital = Capital
factor-labour = Labour
factor-skills = Skills
factor-utilisation = Utilisation
factor-taxes = Product taxes
shift-bennet-centred = Bennet, against the average
shift-bennet = Bennet
shift-fabricant = Fabricant
shift-mcmillan-rodrik = McMillan – Rodrik
shift-gead = GEAD, with relative prices
shift-within = Within sectors
shift-between = Between sectors
shift-dynamic = Both at once

## Figures in a sentence

why-figure = { $variable }, { $line }, { $year }
why-figure-total = { $variable } { $year }
why-average = { $figure }, yearly average
why-and = { $list } and { $last }

## Why they differ

why-on-release = Follows when you let go: in a study with so many sectors it takes a moment.
why-no-result = This scenario does not run yet, so there is no answer.
why-title = Why they differ: what each group of assumptions adds
why-title-levers = Why they differ: what each assumption adds
why-unit = { $figure }, { $unit }; { $from } → { $to }
why-cut = { $unit }; axis from { $start }
why-gains-and-losses = Added: { $gain } by { $gains }. Taken away: { $loss } by { $losses }. Together: { $difference } { $unit }.
why-gains = Added by { $gains }: { $gain } { $unit }.
why-losses = Taken away by { $losses }: { $loss } { $unit }.
why-no-difference = The two scenarios do not differ in { $figure }.
why-no-assumption = The two scenarios have the same assumptions.
why-order = { $by ->
    [levers] The part of each assumption
   *[groups] Each part
  } is the average over every order of counting. Counted one after the other, the result depends on the order: { $name } would be { $first } if counted first and { $last } if counted last.
why-order-free = { $by ->
    [levers] The part of each assumption
   *[groups] Each part
  } is the average over every order of counting; here the order hardly changes the result.
why-sampled = There are more than eight { $by ->
    [levers] assumptions
   *[groups] groups
  }, so each part is estimated from { $permutations } random orders; the largest standard error is { $error }.
why-term-hint = { $name }: { $value } on average; { $first } if counted first, { $last } if counted last. Contains: { $levers }.

## Where growth comes from

why-growth-title = Where growth comes from
why-growth-unit = percentage points, { $gdp } { $from }–{ $to }, constant { $base } prices; they sum to { $growth }
why-growth-total = Sum
why-growth-tfp-share = TFP makes { $share } of growth in { $from }–{ $to }.
why-shift-title = Where productivity growth comes from
why-shift-unit = % of productivity in { $from } (gross value added per worker), { $from }–{ $to }
why-shift-sentence = Productivity grows by { $growth }: { $within } within sectors, { $between } because workers move between them.

## What matters most

why-levers-title = What matters most
why-levers-unit = { $figure }, { $unit }; one assumption moved at a time
why-levers-none = No assumption changes { $figure }.
why-levers-sentence = { $name } matters most: from { $low } to { $high }, { $figure } goes from { $at_low } to { $at_high }.
why-levers-inert = { $count ->
    [one] One other assumption does
   *[other] { $count } other assumptions do
} not change { $figure } in this mode.
why-levers-stopped = { $name } cannot be moved: { $reason }
why-levers-ends = { $name } ends at { $value }; beyond it there is no result: { $reason }
why-levers-ends-mark = ends where results end
why-levers-own = own range
why-levers-switching = target met at { $value }
why-levers-switch-off = off
why-levers-switch-on = on
why-switching = { $lever } by itself reaches { $goal } at { $value }.
why-switching-stopped = { $lever } by itself does not reach { $goal } up to { $end }, where results end; the nearest is { $nearest }.
why-switching-unanswered = Where { $lever } by itself reaches { $goal } could not be found: between its bounds there are values without a result.
why-switching-nowhere = { $lever } by itself does not reach { $goal } inside its allowed range; the nearest is { $nearest }.
why-more = { $count ->
    [one] One more assumption has
   *[other] { $count } more assumptions have
} a smaller effect.

## What would have to be true

solve-title = What would have to be true?
solve-about = from { $scenario }, { $closure }; all other assumptions stay
solve-low = Lower bound of { $lever }
solve-high = Upper bound of { $lever }
solve-goal-value = Goal
solve-figure = Figure
solve-line = Sector
solve-year = Year
solve-changes = Needed: { $changes }.
solve-change = { $lever } { $value } (now { $start })
solve-change-path = { $lever } { $by } in every year that its path states ({ $value } in { $year }, now { $start })
solve-change-span = { $lever } { $value } in { $from }–{ $to } (now { $start })
solve-path-note = path { $by }
solve-unchanged = Reached already: nothing has to change.
solve-no-bound = No assumption is at its bound.
solve-bounds-bind = At a bound: { $levers }.
solve-not-smallest = A smaller change may exist: output has a flat stretch, so this one is not proven to be the smallest.
solve-short = the best is { $best }, short by { $gap }
solve-over = the best is { $best }, over by { $gap }
solve-widen-high = Widen the upper bound of { $first } first.
solve-widen-low = Widen the lower bound of { $first } first.
solve-no-widening = No bound that is widened by itself comes nearer: choose another assumption, or let one goal go.
solve-nearer-high = Widening the upper bound of { $first } comes nearer, but no single bound reaches the goal within what is allowed: move more assumptions, or change the goal.
solve-nearer-low = Widening the lower bound of { $first } comes nearer, but no single bound reaches the goal within what is allowed: move more assumptions, or change the goal.
solve-needed = Widening { $lever } alone to { $value } would reach it.
solve-needed-refused = Widening { $lever } alone would need { $value }, outside what is allowed.
solve-needed-nowhere = Widening { $lever } alone never reaches it.
solve-inert = { $reason }
solve-no-effect = These assumptions do not change { $figure }.
solve-dependent = Only { $rank } of { $count } goals are independent: the others follow from them.
solve-at-floor = at its lower bound
solve-lever-inert = inert
solve-pick = Choose at least one assumption to move.
solve-add-lever = Add an assumption…
solve-remove = Remove { $lever }
solve-scenario-name = { $figure } = { $value }
solve-also = together with { $goal }
solve-hold = Hold this goal, set another
solve-hold-about = The present goal is held; choose another figure above to reach both at once.
solve-start = now { $value }
solve-goal-mark = goal { $value }
solve-implied-mark = implied { $value }
solve-target-mark = target { $value }
solve-interval = Attainable range { $range }
solve-interval-searched = Attainable range at least { $range }
solve-follow = Investment with which { $scenario } follows { $wanted }

## Errors of questions

error-figure-unreadable = “{ $value }” is not a figure. Write it as output/industry@2030.
error-figure-unreadable-hint = kichban list variables shows the ids.
error-goal-unreadable = “{ $value }” is not a goal. Write it as output/industry@2030=165.
error-goal-unreadable-hint = Leave out the part from = on to take the plan’s target, where there is one.
error-goal-without-target = The plan states no target for { $figure }.
error-goal-without-target-hint = Write the goal after =.
error-lever-unreadable = “{ $value }” is not an assumption with bounds. Write it as investment_rate=30..45 or fdi_registered/industry=0..6000@2024-2028.
error-lever-unreadable-hint = kichban list levers shows the ids.
error-lever-not-movable = { $lever } cannot be moved by steps: it is a switch, shares or a number of years.
error-lever-not-movable-hint = Choose an assumption with a continuous value.
error-lever-of-gap = Moving { $lever } changes nothing. { $reason }
error-lever-of-gap-hint = Enter the figures, or choose another assumption.
error-no-lever = No assumption is chosen to move.
error-no-lever-hint = Add at least one assumption.
error-no-figure = There is no figure for { $figure }.
error-no-figure-hint = Choose a year inside the projected period of both scenarios.
error-figure-not-known = { $figure } is not known. { $reason }
error-figure-not-known-hint = Ask about output, or add the figures.
error-beyond-hard-range = The bounds of { $lever } must lie within { $low } … { $high }.
error-beyond-hard-range-hint = Narrow the bounds.
error-bounds-reversed = The bounds of { $lever } stand in reverse: { $low } is above { $high }.
error-bounds-reversed-hint = Write the lower bound first: { $id }={ $typed_high }..{ $typed_low }.
error-lever-years-reversed = The years of { $lever } stand in reverse: { $from } is after { $to }.
error-lever-years-reversed-hint = Write the earlier year first: @{ $to }-{ $from }.
error-lever-years-outside = The years { $from }–{ $to } of { $lever } are not all inside the projection.
error-lever-years-outside-hint = Name years from { $first } to { $last }.
error-goal-twice = { $figure } stands twice among the goals.
error-goal-twice-hint = Name each figure with --goal once.
error-lever-twice = { $lever } stands twice among the assumptions to move.
error-lever-twice-hint = Name each assumption with --lever once.
error-no-path = The investment with which { $scenario } follows { $wanted } cannot be computed.
error-no-path-hint = Choose two scenarios that both have the projected years.

needed-title = Growth still needed from the latest actual figures
moved-title-same-base = What moved in { $name }
moved-title = What moved in { $name }: last actual year { $from } → { $to }
moved-nothing = Nothing that results rest on has changed.
moved-revised = revised: { $line }
moved-revised-all = revised figures
moved-new-years = new years
moved-vintage = another vintage of the record
moved-assumed = assumed: { $quantity }
moved-assumed-all = assumptions of the baselines
moved-targets = targets
moved-settings = scenarios and projects
moved-headline = { $figure }: { $from } → { $to } ({ $difference }): { $parts }.
moved-figure-new = New: { $name }, { $year }: { $to }.
moved-figure-revised = Revised: { $name }, { $year }: { $from } → { $to }.
moved-figure-gone = Gone: { $name }, { $year }: { $from }.
moved-more-figures = And { $count } more figures.
edit-rebase = New base year
edit-choose-vintage = Vintage of the record: { $name }
