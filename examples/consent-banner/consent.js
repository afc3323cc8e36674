// The site's own consent banner. It remembers the choice under a key of its own, and tells Leadline on every page.
const KEY = 'privacy-choice';

// Calls made before Leadline has loaded wait in `q` until it has.
const q = [];
window.leadline ??= Object.assign((...call) => q.push(call), { q });

document.body.insertAdjacentHTML(
  'afterbegin',
  `<section id="privacy-banner" aria-labelledby="privacy-title" hidden>
    <h2 id="privacy-title" tabindex="-1">May we see which pages you read?</h2>
    <p>It helps us to answer you. Nothing is stored or sent before you choose. <a href="privacy.html">More on privacy</a></p>
    <p class="choices">
      <button type="button" value="denied">Reject</button>
      <button type="button" value="granted">Accept</button>
    </p>
  </section>`,
);
const banner = document.querySelector('#privacy-banner');
const opener = document.querySelector('[data-privacy-choices]');

function tell() {
  const choice = localStorage.getItem(KEY);
  if (choice) window.leadline('consent', choice);
  // Global Privacy Control is an answer, given to every site at once: https://globalprivacycontrol.org
  banner.hidden = Boolean(choice || navigator.globalPrivacyControl);
}

for (const button of banner.querySelectorAll('button')) {
  button.addEventListener('click', () => {
    localStorage.setItem(KEY, button.value);
    tell();
    opener.focus({ preventScroll: true });
  });
}

opener.addEventListener('click', () => {
  banner.hidden = false;
  document.querySelector('#privacy-title').focus();
});

// The choice was made in another tab.
addEventListener('storage', ({ key }) => {
  if (key === KEY) tell();
});

tell();
