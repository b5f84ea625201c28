# Reviews.
reviews-title = Reviews
reviews-queue = Queue
reviews-empty = Nothing waits for review
reviews-empty-text = Proposals submitted by trainees wait here until they are reviewed and decided.
reviews-filter = Filter the queue
reviews-filter-open = Undecided ({ $count })
reviews-filter-begun = In my hands ({ $count })
reviews-filter-decided = Decided ({ $count })
reviews-filter-all = All ({ $count })
reviews-filter-none = No proposal under this filter.
reviews-proposal = Proposal
reviews-version = Version
reviews-handed-in = Submitted
reviews-handed-in-at = submitted { $when }
reviews-waiting = Waiting
reviews-waited-days = { $days ->
    [one] 1 day
   *[other] { $days } days
  }
reviews-waited-over-a-year = over a year
reviews-waited-hours = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
  }
reviews-begun = in my hands
reviews-author-writing = author is writing on

# The desk.
reviews-panel = Comments, scores and evidence
reviews-me = Me
reviews-unverified = sections and rubric not verified
reviews-next = Next proposal (J)
reviews-previous = Previous proposal (K)
reviews-newer = You are reading version { $number }. Version { $newer } has been submitted.
reviews-open-version = Open version { $number }
reviews-diff = Changes since version { $number }
reviews-diff-leave = Back to the text
reviews-diff-count = { $places ->
    [one] 1 change
   *[other] { $places } changes
  } in { $sections ->
    [one] 1 section
   *[other] { $sections } sections
  } of the text.
reviews-diff-tables = Changed tables: { $names }.
reviews-evidence = Evidence ({ $count })
reviews-evidence-none = This version cites no observation.
reviews-hidden = Other reviewers' assessments appear once you have decided.

# Comments.
reviews-comments = Comments ({ $count })
reviews-comments-none = No comments on this version.
reviews-comment = Comment
reviews-comment-how = Select words in the text, then press C.
reviews-comment-whole = Comment on the whole proposal
reviews-comment-sentence = Comment on a sentence
reviews-comment-sentence-text = Choose the sentence with the arrow keys, then press Enter.
reviews-comment-by = Comment by { $name }
reviews-comment-words = Words of the comment
reviews-comment-hint = What should the author know?
reviews-comment-remove = Remove comment
reviews-comment-removed = Comment removed
reviews-show-passage = Show in the text
reviews-whole = On the whole proposal
reviews-unplaced = Comments without a place ({ $count })
reviews-unplaced-text = The words commented on are no longer in this version.
reviews-from-version = from version { $number }
reviews-resolved = settled
reviews-resolve = Mark as settled
reviews-resolve-not = Reopen
reviews-carry = Use in this version

# Scores.
reviews-scoring = Scores
reviews-rubric = Rubric
reviews-rubric-how = Keys 1–5 give a score, 0 takes it away.
reviews-level = { $level } of { $of }
reviews-unscored = not scored
reviews-unscored-left = { $count ->
    [one] 1 criterion is not scored.
   *[other] { $count } criteria are not scored.
  }
reviews-reason = Reason for this score
reviews-reason-for = Reason for the score of { $title }
reviews-summary = Closing words to the author
reviews-summary-hint = Printed on the review sheet.
reviews-note = Private note
reviews-note-where = on this laptop only
reviews-note-hint = Never sent, never printed.

# Decision.
reviews-decision = Decision
reviews-decide = Decide…
reviews-decide-again = Change decision…
reviews-decide-title = Decision on version { $number }
reviews-decided = Decision on version { $number } signed
reviews-undecided = No decision on this version yet.
reviews-outcome-approve = Approve
reviews-outcome-approve-text = The proposal can go ahead as written.
reviews-outcome-revise = Revise
reviews-outcome-revise-text = The author revises and submits the next version.
reviews-outcome-reject = Reject
reviews-outcome-reject-text = The proposal cannot be accepted in this form.
reviews-signed-what = What is signed
reviews-signed = Decision on version { $number }, fingerprint { $code }
reviews-signed-with = { $comments ->
    [one] With 1 comment
   *[other] With { $comments } comments
  } and { $scored } of { $of } scores.
reviews-signed-by = In the name of { $name }. A signed decision cannot be removed.
reviews-sign-choose = Choose a decision
reviews-sign-next = Sign and go on
reviews-sign-approve = Sign: approve version { $number }
reviews-sign-revise = Sign: revise version { $number }
reviews-sign-reject = Sign: reject version { $number }
reviews-stale = Version { $newer } has been submitted, so version { $number } can no longer be decided. Your comments are kept.
reviews-signature-valid = Genuine. Signed by { $name }, { $day }; the content is unchanged.
reviews-signature-stale = This decision is on version { $number }. Version { $newer } is not decided yet.
reviews-signature-past = This decision is on version { $number }. Version { $newer } was decided separately.
reviews-signature-broken = The content does not match the signature. Do not use it.

# Coaching log.
reviews-coaching = Coaching
reviews-coaching-empty = No coaching notes yet
reviews-coaching-empty-text = Instructors note here what was discussed with a trainee and what was advised.
reviews-coaching-add = Note coaching
reviews-coaching-edit = Edit note
reviews-coaching-remove = Remove note
reviews-coaching-removed = Coaching note removed
reviews-coaching-keep = Keep note
reviews-coaching-filter = Filter by trainee
reviews-coaching-everybody = All trainees
reviews-coaching-nobody = No trainee chosen
reviews-coaching-order = Order
reviews-coaching-by-trainee = By trainee
reviews-coaching-by-day = Newest first
reviews-coaching-trainee = Trainee
reviews-coaching-choose = Choose a trainee…
reviews-coaching-day = Date
reviews-coaching-topic = What was discussed
reviews-coaching-advice = Advice
reviews-coaching-need-trainee = Choose the trainee.
reviews-coaching-need-day = Fill in the date.
reviews-coaching-need-topic = Write what was discussed.
reviews-print-review = Print the review of { $name }
