# Print.
print-title = Print
print-empty = Nothing to print yet
print-empty-text = Itinerary, observations, proposals and reviews are printed from here on A4 or F4.
