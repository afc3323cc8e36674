const form = document.querySelector('#quote');
const status = document.querySelector('#quote-status');
const button = form.querySelector('[type=submit]');

// Links such as quote.html?product=duet-2 choose the machine beforehand.
const wanted = new URLSearchParams(location.search).get('product');
for (const option of form.elements.product.options) {
  if (option.value && option.value === wanted) option.defaultSelected = true;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (button.ariaDisabled === 'true') return;
  button.ariaDisabled = 'true'; // not `disabled`, which would take the keyboard focus away
  status.textContent = '';
  try {
    const response = await fetch(form.action, { method: 'POST', body: new FormData(form) });
    if (!response.ok) throw new Error(`${response.status}`);
    status.className = 'note';
    status.textContent = 'Thank you. Your quote will be in your inbox by the next working day.';
    form.reset();
  } catch {
    status.className = 'note error';
    status.textContent = 'That did not go through. Please try again, or write to hello@halfturn.example.';
  }
  button.ariaDisabled = 'false';
});
