# Change proposals.
proposals-title = Change proposals
proposals-own-title = My proposal
proposals-empty = No proposals yet
proposals-empty-text = A proposal is written section by section and cites observations as evidence.
proposals-empty-others = Trainees' proposals appear here once they begin writing.
proposals-begin = Start a proposal
proposals-untitled = Untitled
proposals-you = You
proposals-author = Author
proposals-progress = Completeness
proposals-handed-in = Submissions
proposals-handed-in-none = No version submitted yet.
proposals-standing = Status
proposals-changed-since = changed since submission
proposals-version = Version { $number }
proposals-version-at = Version { $number } · { $when }
proposals-fingerprint = fingerprint { $code }
proposals-by = By { $name }. Only its author can change this proposal.
proposals-outcome-approve = approved
proposals-outcome-revise = revision asked
proposals-outcome-reject = rejected
proposals-outcome-waiting = waiting
proposals-outcome-none = not submitted
proposals-decided-approve = Approved by { $name }, { $when }
proposals-decided-revise = Revision asked by { $name }, { $when }
proposals-decided-reject = Rejected by { $name }, { $when }

# Workspace.
proposals-title-label = Title
proposals-title-hint = For example: One-stop service at our office
proposals-panel = Evidence and submissions
proposals-parts = Parts of the proposal
proposals-part-done = filled
proposals-part-empty = empty
proposals-text = Text
proposals-lists = Tables
proposals-guidance = What to write here
proposals-unverified = not verified
proposals-section-hint = Write here. Cite observations for what matters.
proposals-section-empty = This section is still empty.
proposals-print = Print
proposals-submit = Submit…
proposals-unknown = unknown
proposals-nameless = unnamed

# Rows of tables.
proposals-row = Row { $number }
proposals-move-up = Move up (Alt+↑)
proposals-move-down = Move down (Alt+↓)
proposals-remove = Remove row
proposals-row-removed = Row removed
proposals-not-number = Write a number, such as 1,500.5.
proposals-not-whole = Write a whole number, such as 14.

proposals-targets = Targets
proposals-targets-text = Compare your own office with the site, then set a target. Leave empty what is not known yet.
proposals-targets-empty = None yet. Choose an indicator, such as completion time.
proposals-add-target = Add target
proposals-indicator = Indicator
proposals-indicator-choose = Choose an indicator…
proposals-indicator-none = No indicator chosen
proposals-indicator-gone = An indicator since removed
proposals-indicator-new = New indicator
proposals-indicator-make = Create indicator
proposals-indicator-name = Name of the indicator
proposals-indicator-name-hint = For example: Completion time
proposals-indicator-need-name = Fill in the indicator's name.
proposals-indicator-unit-hint = For example days, people or %
proposals-better = What is better
proposals-better-lower = lower is better
proposals-better-higher = higher is better
proposals-value-home = Own office
proposals-value-site = Site
proposals-value-target = Target
proposals-take-values = Take from evidence
proposals-take-none = The cited observations hold no value of this indicator.
proposals-values-taken = Values taken from evidence

proposals-stakeholders = Stakeholders
proposals-stakeholders-empty = None yet. Begin with your superior and those the change touches most.
proposals-add-stakeholder = Add stakeholder
proposals-stakeholder-name = Who
proposals-interest = Interest
proposals-power = Power
proposals-high = high
proposals-low = low
proposals-side = Where
proposals-internal = internal
proposals-external = external
proposals-approach = How to win them
proposals-quadrant = Map of interest and power
proposals-quadrant-word = Quadrant
proposals-quadrant-promoter = Promoters
proposals-quadrant-defender = Defenders
proposals-quadrant-latent = Latents
proposals-quadrant-apathetic = Apathetics

proposals-milestones = Milestones
proposals-add-milestone = Add activity
proposals-activity = Activity
proposals-days = Working days
proposals-start = Begins (empty: after the step before)
proposals-output = Output
proposals-proof = Proof
proposals-term = Term
proposals-term-short = Short term (during the training)
proposals-term-medium = Medium term (to one year)
proposals-term-long = Long term (after one year)
proposals-term-short-short = short
proposals-term-medium-short = medium
proposals-term-long-short = long
proposals-term-days = { $count ->
    [one] 1 working day
   *[other] { $count } working days
  }
proposals-term-unknown = { $count } not known yet

proposals-risks = Risks
proposals-risks-empty = None yet. Write what may stand in the way, and what is done if it happens.
proposals-add-risk = Add risk
proposals-risk = Risk
proposals-likelihood = Likelihood
proposals-likelihood-1 = 1 · rare
proposals-likelihood-2 = 2 · unlikely
proposals-likelihood-3 = 3 · possible
proposals-likelihood-4 = 4 · likely
proposals-likelihood-5 = 5 · almost certain
proposals-impact = Impact
proposals-impact-1 = 1 · slight
proposals-impact-2 = 2 · minor
proposals-impact-3 = 3 · moderate
proposals-impact-4 = 4 · major
proposals-impact-5 = 5 · severe
proposals-mitigation = Mitigation
proposals-risk-level = Level
proposals-risk-low = low
proposals-risk-middle = moderate
proposals-risk-high = high

proposals-budget = Budget
proposals-budget-empty = None yet. If the change costs nothing, leave it empty.
proposals-add-budget = Add cost
proposals-item = For what
proposals-volume = Volume
proposals-unit = Unit
proposals-unit-hint = person/day
proposals-price = Unit price (Rp)
proposals-line-total = Amount
proposals-budget-total = Total
proposals-budget-unknown = { $count ->
    [one] 1 line is incomplete and not counted
   *[other] { $count } lines are incomplete and not counted
  }

# Evidence.
proposals-evidence = Evidence
proposals-cited = Cited ({ $count })
proposals-cited-none = No observation cited yet. Evidence is what makes a proposal credible.
proposals-evidence-absent = This observation is not on this laptop yet
proposals-evidence-removed = observation removed since cited
proposals-evidence-changed = changed since cited
proposals-evidence-read = Read observation
proposals-evidence-less = Show less
proposals-evidence-compare = See the change
proposals-compare = The observation changed since it was cited
proposals-compare-text = The proposal keeps pointing to the version it cites until you choose the new one.
proposals-compare-then = As cited
proposals-compare-now = Now
proposals-compare-keep = Keep the cited version
proposals-compare-take = Use the new version
proposals-renewed = The citation uses the new version
proposals-find = Find observations
proposals-find-hint = Words, a practice, or a site
proposals-find-site = Filter by site
proposals-find-all-sites = All sites
proposals-find-empty = This cohort has no observations yet.
proposals-find-more = { $count } more; narrow it down by words or site.
proposals-open-section = Open a section of the text, then cite at the cursor.
proposals-cite = Cite
proposals-cite-this = Cite { $title }
proposals-photo-untitled = Photo without caption
proposals-photo-missing = photo not on this laptop yet
proposals-seen-practice = Practice
proposals-seen-key = Key to success
proposals-seen-lesson = Lesson
proposals-seen-adoption = Take it home?
proposals-seen-reading = site { $site }, own office { $home }
proposals-seen-next = Follow-up
proposals-adoption-adopt = Adopt
proposals-adoption-adapt = Adapt
proposals-adoption-not-for-us = Not for us

# Completeness and submission.
proposals-submissions = Submit
proposals-completeness = Completeness
proposals-done-share = { $percent } % filled. Still missing:
proposals-complete = Every part is filled.
proposals-not-saved-yet = Completeness is counted after the first words are saved.
proposals-lack-title = The title is missing
proposals-lack-section = The section “{ $title }” is empty
proposals-lack-citation = No observation is cited
proposals-lack-stakeholders = No stakeholders yet
proposals-lack-milestones-short = No short-term milestone yet
proposals-lack-milestones-medium = No medium-term milestone yet
proposals-lack-milestones-long = No long-term milestone yet
proposals-lack-risks = No risk with a mitigation yet
proposals-lack-targets = No target yet
proposals-submit-title = Submit version { $number }
proposals-submit-text = Text, tables and citations are frozen as version { $number } and signed in the name of { $name }. A submitted version cannot be changed; you can go on writing for the next one.
proposals-submit-missing = Something is still missing. You may submit, but look first:
proposals-submit-unchanged = Nothing changed since the last version, so there is nothing to submit.
proposals-submit-sign = Sign and submit version { $number }
proposals-submitted = Version { $number } submitted
proposals-read = Read this version
proposals-read-decision = Read the decision

# History.
proposals-history = History
proposals-history-by = change { $number } · { $name }
proposals-history-at = Change { $number }, { $when }
proposals-history-none = History begins with the first save.
proposals-look = Look
proposals-put-back = Put back to change { $number }
proposals-put-back-this = Put back to this state
