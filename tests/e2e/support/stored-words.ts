// All that a browser keeps of a page beyond the page itself.
import type { Page } from "@playwright/test";

/** What stands in its databases, its other storage and its caches, as text. */
export function storedWords(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    const asText = (value: unknown): string =>
      JSON.stringify(value, (_key, inner: unknown) => {
        if (inner instanceof ArrayBuffer) return new TextDecoder().decode(inner);
        return ArrayBuffer.isView(inner) ? new TextDecoder().decode(inner) : inner;
      }) ?? "";
    const answered = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error ?? new Error("not read")));
      });

    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await answered(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        found.push(asText(await answered(database.transaction(store).objectStore(store).getAll())));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        found.push((await (await cache.match(request))?.text()) ?? "");
    }
    return found.join("\n");
  });
}
