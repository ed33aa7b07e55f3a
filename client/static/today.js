// @ts-check

// Tells times and days anew on a page that nothing else keeps up to date, when it is seen on a later day: "today" is
// another one then. Nothing else changes, so that what is typed stays, also where the page can't be fetched.

let made = new Date().toDateString();
let asking = false;

async function look() {
  const today = new Date().toDateString();
  if (document.hidden || asking || today === made) return;
  asking = true;
  try {
    const answer = await fetch(location.href);
    if (!answer.ok) return;
    tellAnew(new DOMParser().parseFromString(await answer.text(), "text/html"));
    made = today;
  } catch {
    // It is tried again when the page is next seen.
  } finally {
    asking = false;
  }
}

/** @param {Document} page */
function tellAnew(page) {
  const times = new Map();
  for (const time of page.querySelectorAll("main time")) {
    times.set(time.getAttribute("datetime"), time.textContent);
  }
  for (const time of document.querySelectorAll("main time")) {
    time.textContent = times.get(time.getAttribute("datetime")) ?? time.textContent;
  }
  const [days, shown] = [page, document].map((page) =>
    page.querySelectorAll("main .day > [role=separator]")
  );
  if (days.length !== shown.length) return;
  for (const [at, day] of shown.entries()) {
    day.textContent = days[at].textContent;
    day.setAttribute("aria-label", day.textContent ?? "");
  }
}

document.addEventListener("visibilitychange", look);
addEventListener("focus", look);
addEventListener("pageshow", look);
