# Change proposals.
proposals-title = Change proposals
proposals-own-title = My proposal
proposals-empty = No proposals yet
proposals-empty-text = A proposal is written section by section and cites observations as evidence.
