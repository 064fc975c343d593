/* 规矩 · 现场定位 / A record made on site: the device's own position into the field. Without this script it is typed or left out. */
'use strict';
(() => {
  const field = document.getElementById('position');
  const button = document.getElementById('position-take');
  const said = document.getElementById('position-said');
  if (!navigator.geolocation) {
    return;
  }
  button.hidden = false;
  button.addEventListener('click', () => {
    said.textContent = button.dataset.asking;
    navigator.geolocation.getCurrentPosition(
      ({coords}) => {
        field.value = `${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)} ±${Math.min(999999, Math.ceil(coords.accuracy))}`;
        said.textContent = button.dataset.taken;
      },
      error => {
        said.textContent = error.code === error.PERMISSION_DENIED ? button.dataset.denied : button.dataset.none;
      },
      {enableHighAccuracy: true, timeout: 20000, maximumAge: 0});
  });
})();
