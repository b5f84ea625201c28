# Sites.
sites-title = Sites
sites-empty = No sites yet
sites-empty-text = Sites are the places to visit: address, opening hours, capacity and contacts.
