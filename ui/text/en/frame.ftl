# The frame of the window: navigation and Ctrl+K.
frame-navigation = Navigation
frame-skip = Skip to content
frame-other-cohort = Open another cohort
frame-widen = Widen navigation
frame-narrow = Narrow navigation
frame-act-as = Example: switch role
frame-act-as-now = Acting as { $name }. Switch role, in the example only
frame-act-as-person = Act as { $name }
frame-now-acting-as = Now acting as { $name }
frame-go = Go
frame-make = Make
frame-change = Change
frame-found = Found
frame-new-observation = New observation
frame-switch-language = Ganti ke bahasa Indonesia
frame-nothing-to-undo = There is nothing to undo
