// Drawing pages of a PDF onto canvases, with pdf.js. The reading happens in a worker that is a file
// of the app, as the window's policy asks; fonts are drawn as shapes, so none has to be installed.
import type { PDFDocumentProxy } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import type { PageSize } from "./scrolling";

export interface OpenPages {
  count: number;
  /** The size of the first page, which most others share. */
  first: PageSize;
  /** The sizes of all pages; long prints take a moment. */
  measure(): Promise<PageSize[]>;
  /**
   * Draws a page at a width in CSS pixels, unless it is given up before. The canvas keeps what it
   * shows until the new page is ready, so that nothing flickers.
   */
  draw(page: number, canvas: HTMLCanvasElement, width: number, until: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Opens a PDF given in Base64. */
export async function openPages(base64: string): Promise<OpenPages> {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  const data = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const task = pdfjs.getDocument({
    data,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
  });
  const document: PDFDocumentProxy = await task.promise;
  return {
    count: document.numPages,
    first: await sizeOf(document, 1),
    measure: () => measure(document),
    draw: (page, canvas, width, until) => draw(document, page, canvas, width, until),
    close: () => task.destroy(),
  };
}

async function sizeOf(document: PDFDocumentProxy, page: number): Promise<PageSize> {
  const { width, height } = (await document.getPage(page)).getViewport({ scale: 1 });
  return { width, height };
}

async function measure(document: PDFDocumentProxy): Promise<PageSize[]> {
  const sizes: PageSize[] = [];
  const atOnce = 40;
  while (sizes.length < document.numPages) {
    const left = Math.min(atOnce, document.numPages - sizes.length);
    const next = Array.from({ length: left }, (_, step) => sizes.length + step + 1);
    sizes.push(...(await Promise.all(next.map((page) => sizeOf(document, page)))));
  }
  return sizes;
}

async function draw(
  document: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  width: number,
  until: AbortSignal,
): Promise<void> {
  const page = await document.getPage(number);
  if (until.aborted) return;
  const natural = page.getViewport({ scale: 1 });
  const sharp = Math.min(window.devicePixelRatio || 1, 2);
  const viewport = page.getViewport({ scale: (width / natural.width) * sharp });
  const aside = window.document.createElement("canvas");
  aside.width = Math.floor(viewport.width);
  aside.height = Math.floor(viewport.height);
  const drawing = page.render({ canvas: aside, viewport });
  const giveUp = () => drawing.cancel();
  until.addEventListener("abort", giveUp, { once: true });
  try {
    await drawing.promise;
    canvas.width = aside.width;
    canvas.height = aside.height;
    canvas.getContext("2d")?.drawImage(aside, 0, 0);
  } catch (reason) {
    if (!until.aborted) throw reason;
  } finally {
    until.removeEventListener("abort", giveUp);
    // A detached canvas of this size is not left to the collector.
    aside.width = aside.height = 0;
  }
}
