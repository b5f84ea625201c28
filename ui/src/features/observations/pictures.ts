// Pictures of photos as addresses the window can draw; each is given back when the screen goes.
import { ask } from "../../ipc";

export class Pictures {
  #urls = new Map<string, Promise<string>>();
  #closed = false;

  /** The address of a photo, small enough for a list or whole. */
  read(hash: string, small: boolean): Promise<string> {
    const key = `${hash}${small ? "-" : "+"}`;
    let url = this.#urls.get(key);
    if (!url) {
      url = ask.photoRead(hash, small).then((base64) => this.#open(base64));
      this.#urls.set(key, url);
      // A photo that arrives later may be asked for again.
      url.catch(() => this.#urls.delete(key));
    }
    return url;
  }

  #open(base64: string): string {
    const url = URL.createObjectURL(new Blob([bytesOf(base64)], { type: "image/jpeg" }));
    if (this.#closed) URL.revokeObjectURL(url);
    return url;
  }

  close(): void {
    this.#closed = true;
    for (const url of this.#urls.values()) {
      url.then(
        (it) => URL.revokeObjectURL(it),
        () => {},
      );
    }
    this.#urls.clear();
  }
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
