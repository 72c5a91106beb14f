import { mount } from 'svelte';
import { startPage } from '../app/start';
import App from './App.svelte';
import './app.css';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no place for the app');
const keeping = await startPage();
mount(App, { target, props: { keeping } });
