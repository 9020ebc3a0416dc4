// Questions to the server that gave out this page; its address has the token behind the #.
const token = new URLSearchParams(location.hash.slice(1)).get("token") ?? "";
const page = crypto.randomUUID();

// Of these the newest counts: the server leaves older ones of this page.
const replaceable = new Set(["odds", "money"]);

/** What the server refuses is an Error with its `status`; without a server `status` is 0. */
export async function ask(what, question = {}) {
  const body = replaceable.has(what) ? { ...question, page } : question;
  let response;
  try {
    response = await fetch(`/api/${what}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Uor-Token": token },
      body: JSON.stringify(body),
    });
  } catch {
    throw Object.assign(new Error("The server is not there. Start uor serve again, and open the address that it prints."), { status: 0 });
  }
  const answer = await response.json().catch(() => ({ error: "the server's answer cannot be read" }));
  if (!response.ok) throw Object.assign(new Error(answer.error), { status: response.status });
  return answer;
}
