// Taking photos in, one after the other: read, kept by the core, handed on. A file that is no
// picture gets its sentence and holds up nothing else.
import { ask, tell, type Photo, type Told } from "../../ipc";
import { t } from "../../shared";

export interface Incoming {
  key: number;
  name: string;
  /** How much of the file is read, 0–1. */
  share: number;
  /** Read whole and being kept. */
  keeping: boolean;
  told: Told | null;
}

/** The core takes no more; reading it first would only cost memory. */
const MOST_BYTES = 24 * 1024 * 1024;

export class Intake {
  list = $state.raw<Incoming[]>([]);
  #next = 1;
  #running: Promise<void> = Promise.resolve();

  /** `kept` is told of each photo in the order the files came. */
  constructor(private kept: (photo: Photo) => void) {}

  /** Takes files in; resolves when the last is done or refused. */
  take(files: readonly File[]): Promise<void> {
    for (const file of files) {
      const key = this.#next++;
      const incoming = { key, name: file.name, share: 0, keeping: false, told: null };
      this.list = [...this.list, incoming];
      this.#running = this.#running.then(() => this.#one(key, file));
    }
    return this.#running;
  }

  dismiss(key: number): void {
    this.list = this.list.filter((it) => it.key !== key);
  }

  async #one(key: number, file: File): Promise<void> {
    if (file.size > MOST_BYTES) {
      return this.#set(key, {
        told: { what: t("observations-photo-too-large", { name: file.name }) },
      });
    }
    try {
      const base64 = await read(file, (share) => this.#set(key, { share }));
      this.#set(key, { share: 1, keeping: true });
      const photo = await ask.photoKeep(file.name, base64);
      this.dismiss(key);
      this.kept(photo);
    } catch (reason) {
      this.#set(key, { keeping: false, told: placed(tell(reason), file.name) });
    }
  }

  #set(key: number, change: Partial<Incoming>): void {
    this.list = this.list.map((it) => (it.key === key ? { ...it, ...change } : it));
  }
}

function read(file: File, progress: (share: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.onload = () => {
      const address = typeof reader.result === "string" ? reader.result : "";
      resolve(address.slice(address.indexOf(",") + 1));
    };
    reader.readAsDataURL(file);
  });
}

const placed = (told: Told, name: string): Told => ({ ...told, where: told.where ?? name });

/** Files in a paste; what also carries words (a table from Excel) is no photo. */
export function pastedFiles(data: DataTransfer | null): File[] {
  if (!data) return [];
  const words = data.types.includes("text/html") || data.types.includes("text/plain");
  return words ? [] : [...data.files];
}
