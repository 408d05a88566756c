import { usePage } from "./PageContext.ts";

/** What the last action came to, once, on top of the page. */
export function Notice() {
  const { notice } = usePage();
  if (notice === null) return null;
  return (
    <div
      className={`wieg-notice wieg-notice--${notice.tone}`}
      role={notice.tone === "late" ? "alert" : "status"}
      tabIndex={-1}
      data-notice=""
    >
      <p>{notice.text}</p>
    </div>
  );
}
