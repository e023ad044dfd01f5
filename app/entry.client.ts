// React Router asks for a browser entry. No page loads it: React renders on the server only, and what pages do
// in the browser is in app/enhance.
export {};
