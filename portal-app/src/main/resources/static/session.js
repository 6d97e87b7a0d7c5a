// The end of a login is warned of and can be put off with one key. Without script the page has a form that does the same.
"use strict";

document.querySelectorAll("dialog[data-idle-seconds]").forEach((warning) => {
  const idle = Number(warning.dataset.idleSeconds) * 1000;
  const notice = Math.min(120_000, idle / 2);
  const form = warning.querySelector("form");
  const tabs = new BroadcastChannel("inzage-session");
  let last = Date.now();
  let typed = false;

  const begun = () => {
    last = Date.now();
    typed = false;
    if (warning.open) {
      warning.close();
    }
  };

  // The server ended the login, or nobody came: what is on the screen is not for who passes by.
  const end = () => window.location.replace(warning.dataset.end);

  const stay = async () => {
    const answer = await fetch(form.action, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ _csrf: form.elements._csrf.value }),
    }).catch(() => null);
    if (answer && answer.status === 204) {
      begun();
      tabs.postMessage("stayed");
    } else if (answer) {
      end();
    }
  };

  const look = () => {
    const passed = Date.now() - last;
    if (passed >= idle) {
      end();
    } else if (typed && passed >= 60_000) {
      // Who fills in a form is doing something, though the server does not see it yet.
      typed = false;
      stay();
    } else if (passed >= idle - notice && !warning.open) {
      warning.showModal();
    }
  };

  tabs.onmessage = begun;
  tabs.postMessage("opened");
  document.addEventListener("input", () => {
    typed = true;
  });
  document.addEventListener("htmx:afterRequest", begun);
  document.addEventListener("visibilitychange", look);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    stay();
  });
  // Escape means the same as the button: the person is there.
  warning.addEventListener("cancel", (event) => {
    event.preventDefault();
    stay();
  });
  window.setInterval(look, 1000);
});
