// Changes of groups and of who is in them. Each is told and can be taken back.
import { all, ask, known, recordsChanged, tell, type Group, type Person } from "../../ipc";
import { t, toast, toastFailure } from "../../shared";

/** Puts people into a group (`null`: into none); those who are there already are left alone. */
export async function assign(ids: readonly string[], group: string | null): Promise<void> {
  const before = new Map<string, string | null>();
  try {
    for (const id of ids) {
      const person = known("person", id);
      if (!person || person.group === group) continue;
      await savePerson(id, { ...person, group });
      before.set(id, person.group);
    }
  } catch (reason) {
    toastFailure(tell(reason).what);
  }
  if (before.size === 0) return;
  await recordsChanged("person");
  const name = known("group", group)?.name ?? t("people-no-group");
  toast(t("people-moved", { count: before.size, group: name }), () => putBack(before));
}

async function putBack(before: Map<string, string | null>): Promise<void> {
  try {
    for (const [id, group] of before) {
      const person = known("person", id);
      if (person) await savePerson(id, { ...person, group });
    }
  } catch (reason) {
    toastFailure(tell(reason).what);
  }
  await recordsChanged("person");
}

const savePerson = (id: string, value: Person) => ask.recordSave(id, { kind: "person", value });

/** Makes a group at the end with the next free name, and returns its id. */
export async function makeGroup(): Promise<string | null> {
  const groups = all("group");
  const taken = new Set(groups.map((one) => one.value.name));
  let number = groups.length + 1;
  while (taken.has(t("people-group-name", { number }))) number += 1;
  const value: Group = {
    name: t("people-group-name", { number }),
    position: (groups.at(-1)?.value.position ?? 0) + 1,
    focus: "",
  };
  try {
    const { id } = await ask.recordAdd({ kind: "group", value });
    await recordsChanged("group");
    return id;
  } catch (reason) {
    toastFailure(tell(reason).what);
    return null;
  }
}

export async function saveGroup(id: string, value: Group): Promise<void> {
  try {
    await ask.recordSave(id, { kind: "group", value });
    await recordsChanged("group");
  } catch (reason) {
    toastFailure(tell(reason).what);
  }
}

/** Moves a group one place up or down, between its new neighbours. */
export async function moveGroup(id: string, step: 1 | -1): Promise<void> {
  const groups = all("group");
  const at = groups.findIndex((one) => one.id === id);
  const moved = groups[at];
  const beside = groups[at + step];
  if (!moved || !beside) return;
  const beyond = groups[at + 2 * step]?.value.position ?? beside.value.position + 2 * step;
  const position = (beside.value.position + beyond) / 2;
  await saveGroup(id, { ...moved.value, position });
}
