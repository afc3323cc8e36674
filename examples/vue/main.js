import { createApp } from 'vue';
import QuoteForm from './QuoteForm.vue';

createApp(QuoteForm).mount('#quote-form');
