# Observations.
observations-title = Observations
observations-empty = No observations yet
observations-empty-text = An observation is a note of what was seen at a site: practice, photos, lesson.
