# Itinerary.
itinerary-title = Itinerary
itinerary-short = Itinerary
itinerary-own-title = My itinerary
itinerary-empty = The itinerary is empty
itinerary-empty-text = The visits of every group are laid out here by day and time.
