import { mount } from 'svelte';
import { startSession } from '../app/start';
import App from './App.svelte';
import './app.css';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no place for the app');
mount(App, { target, props: { session: startSession() } });
