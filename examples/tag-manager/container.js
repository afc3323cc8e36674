// Stands in for the container that Google serves, so that the example runs without Google. It watches the data layer
// and, when a trigger fires, puts Custom HTML tags into the page in Tag Manager's way.
(async () => {
  const text = async (file) => (await fetch(file)).text();
  const tags = [
    { trigger: 'gtm.load', html: await text('tags/leadline.txt') },
    { trigger: 'course_chosen', html: await text('tags/course-chosen.txt') },
  ];

  const insert = (html, message) => {
    const holder = document.createElement('div');
    holder.innerHTML = html;
    for (const { text } of holder.querySelectorAll('script')) {
      // Scripts that come in as text do not run, so they are made anew; {{…}} is a variable of the data layer.
      const script = document.createElement('script');
      script.text = text.replace(/{{(\w+)}}/g, (_, name) => JSON.stringify(message[name]));
      document.body.append(script);
    }
  };
  const handle = (message) => {
    for (const { trigger, html } of tags) if (message.event === trigger) insert(html, message);
  };

  const { dataLayer } = window;
  dataLayer.forEach(handle);
  dataLayer.push = (...messages) => {
    messages.forEach(handle);
    return Array.prototype.push.apply(dataLayer, messages);
  };

  const onLoad = () => dataLayer.push({ event: 'gtm.load' });
  if (document.readyState === 'complete') onLoad();
  else addEventListener('load', onLoad);
})();
