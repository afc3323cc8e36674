// The page's own script: it talks to the data layer, and to Leadline, whether they are there yet or not.
window.leadline('track', 'courses shown', { season: 'autumn' });

const form = document.querySelector('#course');
for (const button of document.querySelectorAll('[data-course]')) {
  button.addEventListener('click', () => {
    const { course } = button.dataset;
    window.dataLayer.push({ event: 'course_chosen', course });
    form.elements.course.value = course;
    form.elements.name.focus();
  });
}
