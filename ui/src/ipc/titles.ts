// The name of a record of any kind, as lists, notes and search show it.
import { nameOf } from "./directory.svelte";
import type { Record as AnyRecord } from "./gen/bindings";

/** Its title, or the name of what it is about; empty when it has neither yet. */
export function titleOf(record: AnyRecord): string {
  switch (record.kind) {
    case "observation":
      return record.value.title || nameOf("site", record.value.site);
    case "proposal":
      return record.value.title;
    case "visit":
      return record.value.title || nameOf("site", record.value.site);
    case "coaching":
      return record.value.topic;
    case "review":
    case "attendance":
      return "";
    default:
      return record.value.name;
  }
}
