// Drawing pages of a PDF onto canvases, with pdf.js. The reading happens in a worker that is a file
// of the app, as the window's policy asks; fonts are drawn as shapes, so none has to be installed.
import type { PDFDocumentProxy } from "pdfjs-dist";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

export interface OpenPages {
  count: number;
  /** Width by height of a page, in points. */
  sizes: { width: number; height: number }[];
  /**
   * Draws a page at a width in CSS pixels. The canvas keeps what it shows until the new page is
   * ready, so that nothing flickers.
   */
  draw(page: number, canvas: HTMLCanvasElement, width: number): Promise<void>;
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
  const sizes = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { width, height } = (await document.getPage(page)).getViewport({ scale: 1 });
    sizes.push({ width, height });
  }
  return {
    count: document.numPages,
    sizes,
    draw: (page, canvas, width) => draw(document, page, canvas, width),
    close: () => task.destroy(),
  };
}

async function draw(
  document: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  width: number,
): Promise<void> {
  const page = await document.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const sharp = Math.min(window.devicePixelRatio || 1, 2);
  const viewport = page.getViewport({ scale: (width / natural.width) * sharp });
  const aside = window.document.createElement("canvas");
  aside.width = Math.floor(viewport.width);
  aside.height = Math.floor(viewport.height);
  await page.render({ canvas: aside, viewport }).promise;
  canvas.width = aside.width;
  canvas.height = aside.height;
  canvas.getContext("2d")?.drawImage(aside, 0, 0);
  // A detached canvas of this size is not left to the collector.
  aside.width = aside.height = 0;
}
