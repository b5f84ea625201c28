// What a proposal still lacks, as sentences a person can act on.
import type { MissingPart, Programme, ProposalStatus } from "../../ipc";
import { placeOf } from "../../shared/proposal/parts";
import { language, t } from "../../shared";

export interface Lack {
  /** The part of the workspace where it is filled in. */
  place: string;
  sentence: string;
}

/** One sentence for each missing part, in reading order. */
export function lacks(missing: readonly MissingPart[], programme: Programme): Lack[] {
  return missing.map((part) => ({ place: placeOf(part), sentence: sentenceOf(part, programme) }));
}

function sentenceOf(part: MissingPart, programme: Programme): string {
  switch (part.part) {
    case "section": {
      const section = programme.sections.find((one) => one.key === part.key);
      return t("proposals-lack-section", { title: section?.title[language()] ?? part.key });
    }
    case "milestones":
      return t(`proposals-lack-milestones-${part.key}`);
    case "title":
    case "citation":
    case "stakeholders":
    case "risks":
    case "targets":
      return t(`proposals-lack-${part.part}`);
  }
}

/** Own proposals first, then as the core orders them. */
export function ownFirst(list: readonly ProposalStatus[], person: string): ProposalStatus[] {
  const own = (status: ProposalStatus) => status.author === person;
  return [...list.filter(own), ...list.filter((status) => !own(status))];
}
