set -e
python3 -m venv .venv
pip install --quiet Django==5.2.19
django-admin startproject config .
python manage.py startapp shop
echo 'INSTALLED_APPS += ["shop"]' >> config/settings.py
