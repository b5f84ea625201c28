// What features may use: `import { Screen, Table, t } from "../../shared"`.
// See each component's head for how it is used.
export { autosave, sealAll, type Autosave, type SaveState } from "./autosave.svelte";
export { cohort, noteSaved, setNavCounts, type CohortInHand, type Role } from "./cohort.svelte";
export type { Feature, ScreenProps } from "./feature";
export * from "./formats";
export type { IconName } from "./icons";
export { preferences, type Paper, type Preferences, type Theme } from "./preferences.svelte";
export { back, become, go, here, type Route, type Screen as ScreenName } from "./router.svelte";
export { onShortcuts } from "./shortcuts";
export { sorted } from "./sorting";
export { isTextKey, language, t, type Language, type TextKey } from "./text.svelte";
export { toast, toastFailure } from "./toasts.svelte";

export { default as Button } from "./components/Button.svelte";
export { default as Card } from "./components/Card.svelte";
export { default as Chip, type ChipTone } from "./components/Chip.svelte";
export { default as Combobox, type ComboboxOption } from "./components/Combobox.svelte";
export { default as DayInput } from "./components/DayInput.svelte";
export { default as Dialog } from "./components/Dialog.svelte";
export { default as EmptyState } from "./components/EmptyState.svelte";
export { default as ErrorNote } from "./components/ErrorNote.svelte";
export { default as Field, type FieldIds } from "./components/Field.svelte";
export { default as History, type Described, type Version } from "./components/History.svelte";
export { default as Icon } from "./components/Icon.svelte";
export { default as IconButton } from "./components/IconButton.svelte";
export { default as KeyHint } from "./components/KeyHint.svelte";
export { default as Marked } from "./components/Marked.svelte";
export { default as Menu, type MenuItem } from "./components/Menu.svelte";
export { default as MomentInput } from "./components/MomentInput.svelte";
export type { PaletteEntry } from "./components/Palette.svelte";
export { default as Progress } from "./components/Progress.svelte";
export { default as SaveMark } from "./components/SaveMark.svelte";
export { default as Screen } from "./components/Screen.svelte";
export { default as Select } from "./components/Select.svelte";
export { default as Table, type Column } from "./components/Table.svelte";
export { default as Tabs } from "./components/Tabs.svelte";
export { default as TextArea } from "./components/TextArea.svelte";
export { default as TextInput } from "./components/TextInput.svelte";
