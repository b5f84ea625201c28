# Today.
today-title = Today
today-empty = Nothing is planned for today
today-empty-text = What is on today, the next site and prayer times appear here once the itinerary is filled.
