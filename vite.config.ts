import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { enhancementScripts } from './app/enhance/vite-plugin.ts';

export default defineConfig({
  plugins: [enhancementScripts(), tailwindcss(), reactRouter()],
  environments: { ssr: { build: { rollupOptions: { input: './app/server/app.ts' } } } },
});
