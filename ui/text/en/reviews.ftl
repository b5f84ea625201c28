# Reviews.
reviews-title = Reviews
reviews-empty = Nothing waits for review
reviews-empty-text = Proposals submitted by trainees wait here until they are reviewed and decided.
