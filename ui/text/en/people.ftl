# People & groups.
people-title = People & groups
people-short = People
people-empty = No people yet
people-empty-text = Trainees and instructors are imported from Excel, then divided into groups.
